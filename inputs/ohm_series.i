# Three resistances in series: a strip of electrolyte with a grain boundary across its middle, -2 RT/F to 0.
# Lengths in um, conductivity in that of the electrolyte. Look at: current = 2/(integral of 1/sigma), 2.1086311 as it
# stands, 1.3585885 with sigma_GB = 0.125, 2.2320267 with sigma_GB = 250.

sigma_GB = 2.5
nx = 800

[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = ${nx}
[]

[Variables]
  [phi]
    long_name = potential
    unit = RT/F
  []
[]

[UserObjects]
  [grains]
    type = VoronoiGrains
    seeds = '0 0  1 0'
  []
[]

[Materials]
  [grain_boundary]
    type = GrainBoundaryIndicator
    grains = grains
    gb_width = 0.08
    ramp_half_width = 0.015
  []
  [conductivity]
    type = GrainBoundaryMixture
    property_name = sigma
    metal = 1e8
    electrolyte = 1
    grain_boundary = ${sigma_GB}
    h_name = 0
  []
  [current]
    type = CurrentDensity
    potential = phi
  []
[]

[Kernels]
  [ohm]
    type = MatDiffusion
    variable = phi
    diffusivity = sigma
  []
[]

[BCs]
  [left]
    type = DirichletBC
    variable = phi
    boundary = left
    value = -2
  []
  [right]
    type = DirichletBC
    variable = phi
    boundary = right
    value = 0
  []
[]

[Postprocessors]
  [current]
    type = ElementAverageMaterialProperty
    mat_prop = current_density_magnitude
  []
[]

[Executioner]
  type = Steady
  solve_type = NEWTON
[]

[Outputs]
  csv = true
  exodus = true
[]
