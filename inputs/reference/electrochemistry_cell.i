# A small cell with the electrochemical part of the sodium-dendrite model (metal, potential, ions) in scaled units:
# um, s, MPa, RT/F, conductivity of the electrolyte, maximum concentration. One nucleus, no grain boundary (case R0
# with delta = 0). The file cell.i adds mechanics. Change the names below on the command line, e.g.
#   alces -i electrochemistry_cell.i grain_seeds='0.2 0.2 0.6 0.6' nuclei='0.2 0.2 0.6 0.6' sigma_GB=0.125 stabilise=true

nuclei = '0.4 0.4'   # centres of the nuclei, x y pairs; may be empty: ''
grain_seeds = ''     # centres of the grains, x y pairs; fewer than two: no grain boundary
delta = 0.1          # strength of the interface anisotropy
stabilise = false    # streamline stabilisation of the ion transport
sigma_GB = 2.5       # conductivity of the grain boundary
D_GB = 0.015         # diffusivity of the grain boundary
dG = -8              # reaction energy
s_phi = 0            # share of the potential in the reaction energy
L = 0.01             # phase mobility
S = 1                # sites per maximum concentration
phi0 = ${fparse 8.314462618 * 298.15 / 96485.33212}     # R T/F in V
K = ${fparse 96485.33212 * 9.71e4 * 1e-12 / (0.1 * phi0)}  # charge of the sites, F c_s l0^2/(sigma0 phi0 t0)
i0 = ${fparse 0.1 * phi0 / 1e-6 * 0.1}                  # scaled current density in mA/cm^2
lx = 0.8
ly = 0.8
nx = 40
ny = 40
dt = 5e-4
end_time = 0.02

[Mesh]
  type = GeneratedMesh
  dim = 2
  xmax = ${lx}
  ymax = ${ly}
  nx = ${nx}
  ny = ${ny}
[]

[Variables]
  [eta]
    long_name = 'sodium metal'
  []
  [phi]
    long_name = 'electric potential'
    unit = 'RT/F'
  []
  [c]
    long_name = 'Na+ concentration'
    unit = 'c_max'
    initial_condition = 1
  []
[]

[UserObjects]
  [grains]
    type = VoronoiGrains
    seeds = '${grain_seeds}'
  []
[]

[ICs]
  [nuclei]
    type = MultiNucleusIC
    variable = eta
    centers = '${nuclei}'
    radius = 0.05
    profile_width = 0.02
  []
[]

[Materials]
  [h]
    type = SwitchingFunctionMaterial
    eta = eta
    h_order = HIGH
  []
  [grain_boundary]
    type = GrainBoundaryIndicator
    grains = grains
    gb_width = 0.08
    ramp_half_width = 0.015
  []
  [diffusivity]
    type = GrainBoundaryMixture
    property_name = D
    metal = 1.5e-4
    electrolyte = 0.015
    grain_boundary = ${D_GB}
  []
  [conductivity]
    type = GrainBoundaryMixture
    property_name = sigma
    metal = 1e8
    electrolyte = 1
    grain_boundary = ${sigma_GB}
  []
  [current]
    type = CurrentDensity
    potential = phi
    scale = ${i0}
  []
  [reaction]
    type = ButlerVolmerRate
    eta = eta
    concentration = c
    potential = phi
    rate_constant = 0.6
    reaction_energy = ${dG}
    potential_factor = ${s_phi}
  []
[]

[Kernels]
  [eta_rate]
    type = TimeDerivative
    variable = eta
  []
  [barrier]
    type = DoubleWell
    variable = eta
    mob_name = ${L}
    barrier_height = 3.6
  []
  [interface]
    type = AnisotropicACInterface
    variable = eta
    mob_name = ${L}
    kappa_name = 2
    anisotropy_strength = ${delta}
    mode_number = 4
    regularization = 0.1
  []
  [deposition]
    type = ButlerVolmerReaction
    variable = eta
  []
  [c_rate]
    type = TimeDerivative
    variable = c
  []
  [ions_consumed]
    type = CoefCoupledTimeDerivative
    variable = c
    v = eta
    coef = ${S}
  []
  [diffusion]
    type = MatDiffusion
    variable = c
    diffusivity = D
  []
  [migration]
    type = IonMigration
    variable = c
    potential = phi
    diffusivity = D
  []
  [stabilisation]
    type = StreamlineStabilization
    variable = c
    potential = phi
    diffusivity = D
    enable = ${stabilise}
  []
  [ohm]
    type = MatDiffusion
    variable = phi
    diffusivity = sigma
  []
  [charge_consumed]
    type = CoefCoupledTimeDerivative
    variable = phi
    v = eta
    coef = ${K}
  []
[]

[BCs]
  [c_supply]
    type = DirichletBC
    variable = c
    boundary = right
    value = 1
  []
  [phi_ground]
    type = DirichletBC
    variable = phi
    boundary = right
    value = 0
  []
[]

[AuxVariables]
  [phi_mV]
    long_name = 'electric potential'
    unit = 'mV'
  []
  [i]
    long_name = 'current density, magnitude'
    unit = 'mA/cm^2'
  []
  [beta]
    long_name = 'grain boundary'
    family = MONOMIAL
    order = CONSTANT
  []
[]

[AuxKernels]
  [phi_mV]
    type = ParsedAux
    variable = phi_mV
    coupled_variables = phi
    expression = '1000 * ${phi0} * phi'
  []
  [i]
    type = MaterialRealAux
    variable = i
    property = current_density_magnitude
  []
  [beta]
    type = MaterialRealAux
    variable = beta
    property = beta
  []
[]

[Postprocessors]
  [step]
    type = NumTimeSteps
  []
  [t]
    type = TimePostprocessor
    unit = s
  []
  [eta_int]
    type = ElementIntegralVariablePostprocessor
    variable = eta
  []
  [h_int]
    type = ElementIntegralMaterialProperty
    mat_prop = h
  []
  [c_int]
    type = ElementIntegralVariablePostprocessor
    variable = c
  []
  [cmin]
    type = NodalExtremeValue
    variable = c
    value_type = min
  []
  [cmax]
    type = NodalExtremeValue
    variable = c
    value_type = max
  []
  [etamin]
    type = NodalExtremeValue
    variable = eta
    value_type = min
  []
  [etamax]
    type = NodalExtremeValue
    variable = eta
    value_type = max
  []
  [phi_min_mV]
    type = NodalExtremeValue
    variable = phi_mV
    value_type = min
  []
  [phi_min_V]
    type = ParsedPostprocessor
    pp_names = phi_min_mV
    expression = 'phi_min_mV / 1000'
  []
  [eta_A]
    type = PointValue
    variable = eta
    point = '0.42 0.40 0'
  []
  [c_A]
    type = PointValue
    variable = c
    point = '0.42 0.40 0'
  []
  [phi_A_mV]
    type = PointValue
    variable = phi_mV
    point = '0.42 0.40 0'
  []
  [i_A_mAcm2]
    type = PointValue
    variable = i
    point = '0.42 0.40 0'
  []
  [eta_B]
    type = PointValue
    variable = eta
    point = '0.40 0.20 0'
  []
  [c_B]
    type = PointValue
    variable = c
    point = '0.40 0.20 0'
  []
  [phi_B_mV]
    type = PointValue
    variable = phi_mV
    point = '0.40 0.20 0'
  []
  [i_B_mAcm2]
    type = PointValue
    variable = i
    point = '0.40 0.20 0'
  []
  [eta_C]
    type = PointValue
    variable = eta
    point = '0.20 0.40 0'
  []
  [c_C]
    type = PointValue
    variable = c
    point = '0.20 0.40 0'
  []
  [phi_C_mV]
    type = PointValue
    variable = phi_mV
    point = '0.20 0.40 0'
  []
  [i_C_mAcm2]
    type = PointValue
    variable = i
    point = '0.20 0.40 0'
  []
  [eta_D]
    type = PointValue
    variable = eta
    point = '0.70 0.70 0'
  []
  [c_D]
    type = PointValue
    variable = c
    point = '0.70 0.70 0'
  []
  [phi_D_mV]
    type = PointValue
    variable = phi_mV
    point = '0.70 0.70 0'
  []
  [i_D_mAcm2]
    type = PointValue
    variable = i
    point = '0.70 0.70 0'
  []
[]

[Preconditioning]
  [blocks]
    type = FieldBlocks
    splits = 'eta; phi; c'
  []
[]

[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  automatic_scaling = true
  nl_update_tol = 1e-10
  nl_max_its = 30
  dt = ${dt}
  end_time = ${end_time}
[]

[Outputs]
  csv = true
[]
