# One element of elasto-plastic material with prescribed strain (plane strain), stresses in MPa.
# Uniaxial strain as it stands: the von Mises stress is 2 G eps up to yield, then Y + H alpha with
# alpha = (2 G eps - Y)/(3 G + H); at eps = 5.2e-3 stress_xx = 250.85922, alpha = 2.57766e-3.
# Simple shear, exx=0 gamma=5.2e-3: stress_xy = 29.478698, alpha = 2.117206e-3. Look at these two against time.

E = 5e4         # Young's modulus
Y = 50          # yield stress
H = 500         # hardening modulus
exx = 5.2e-3    # strain at the end
gamma = 0       # shear angle at the end

[GlobalParams]
  displacements = 'disp_x disp_y'
[]

[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 1
  ny = 1
[]

[Variables]
  [disp_x]
  []
  [disp_y]
  []
[]

[Materials]
  [elasticity]
    type = ComputeVariableIsotropicElasticityTensor
    youngs_modulus = ${E}
    poissons_ratio = 0.3
  []
  [strain]
    type = ComputeSmallStrain
  []
  [stress]
    type = ComputeJ2PlasticStress
    yield_stress = ${Y}
    hardening_modulus = ${H}
  []
  [xx]
    type = RankTwoCartesianComponent
    property_name = stress_xx
    rank_two_tensor = stress
    index_i = 0
    index_j = 0
  []
  [xy]
    type = RankTwoCartesianComponent
    property_name = stress_xy
    rank_two_tensor = stress
    index_i = 0
    index_j = 1
  []
  [vonmises]
    type = RankTwoInvariant
    property_name = vonmises_stress
    rank_two_tensor = stress
    invariant = VonMisesStress
  []
[]

[Kernels]
  [x]
    type = StressDivergenceTensors
    variable = disp_x
    component = 0
  []
  [y]
    type = StressDivergenceTensors
    variable = disp_y
    component = 1
  []
[]

[BCs]
  [x]
    type = FunctionDirichletBC
    variable = disp_x
    boundary = 'left right'
    function = '(${exx} * x + ${gamma} * y) * t'
  []
  [y]
    type = DirichletBC
    variable = disp_y
    boundary = 'left right'
    value = 0
  []
[]

[Postprocessors]
  [stress_xx]
    type = ElementAverageMaterialProperty
    mat_prop = stress_xx
  []
  [stress_xy]
    type = ElementAverageMaterialProperty
    mat_prop = stress_xy
  []
  [vonmises]
    type = ElementAverageMaterialProperty
    mat_prop = vonmises_stress
  []
  [alpha]
    type = ElementAverageMaterialProperty
    mat_prop = effective_plastic_strain
  []
[]

[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  dt = 0.05
  end_time = 1
[]

[Outputs]
  csv = true
[]
