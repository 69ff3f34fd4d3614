# A circular inclusion of radius 0.1 um that wants to expand by 5 % in volume inside an infinite elastic matrix (plane
# strain, stresses in MPa). The exact displacement is prescribed on the outer edges; a quarter is computed.
# Inside the stress is uniform. Look at: pressure, 595.238 as it stands and 166.667 with E_i=5e3 (E_m = 5e4), and
# u_2a, the displacement at twice the radius, 7.738095e-4 um and 2.166667e-4 um.

E_m = 5e4       # Young's modulus of the matrix
E_i = 5e4       # and of the inclusion
Omega = 0.05    # relative volume change
a = 0.1         # radius
n = 80
G_m = ${fparse E_m / 2.6}
G_i = ${fparse E_i / 2.6}
lambda_i = ${fparse E_i * 0.3 / (1.3 * 0.4)}
A = ${fparse E_i / 0.4 * Omega / 3 / (2 * (lambda_i + G_i) + 2 * G_m)}

[GlobalParams]
  displacements = 'disp_x disp_y'
[]

[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = ${n}
  ny = ${n}
  xmax = 0.4
  ymax = 0.4
[]

[Variables]
  [disp_x]
  []
  [disp_y]
  []
[]

[Functions]
  [disc]
    type = ParsedFunction
    expression = 'if(x^2 + y^2 < ${a}^2, 1, 0)'
  []
[]

[Materials]
  [inside]
    type = GenericFunctionMaterial
    prop_names = inside
    prop_values = disc
  []
  [youngs_modulus]
    type = TwoPhaseMixture
    property_name = youngs_modulus
    metal = ${E_i}
    electrolyte = ${E_m}
    h_name = inside
  []
  [elasticity]
    type = ComputeVariableIsotropicElasticityTensor
    youngs_modulus = youngs_modulus
    poissons_ratio = 0.3
  []
  [growth]
    type = ComputeEigenstrain
    eigenstrain_name = growth
    eigen_base = ${fparse Omega / 3}
    prefactor = inside
  []
  [strain]
    type = ComputeSmallStrain
    eigenstrain_names = growth
  []
  [stress]
    type = ComputeLinearElasticStress
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
  [symmetry_x]
    type = DirichletBC
    variable = disp_x
    boundary = left
    value = 0
  []
  [symmetry_y]
    type = DirichletBC
    variable = disp_y
    boundary = bottom
    value = 0
  []
  [far_x]
    type = FunctionDirichletBC
    variable = disp_x
    boundary = 'right top'
    function = '${A} * ${a}^2 * x / (x^2 + y^2)'
  []
  [far_y]
    type = FunctionDirichletBC
    variable = disp_y
    boundary = 'right top'
    function = '${A} * ${a}^2 * y / (x^2 + y^2)'
  []
[]

[AuxVariables]
  [stress_xx]
    family = MONOMIAL
    order = CONSTANT
  []
  [stress_zz]
    family = MONOMIAL
    order = CONSTANT
  []
[]

[AuxKernels]
  [stress_xx]
    type = RankTwoAux
    variable = stress_xx
    rank_two_tensor = stress
    index_i = 0
    index_j = 0
  []
  [stress_zz]
    type = RankTwoAux
    variable = stress_zz
    rank_two_tensor = stress
    index_i = 2
    index_j = 2
  []
[]

[Postprocessors]
  [stress_xx]
    type = PointValue
    variable = stress_xx
    point = '0.0275 0.0275 0'
  []
  [stress_zz]
    type = PointValue
    variable = stress_zz
    point = '0.0275 0.0275 0'
  []
  [pressure]
    type = ParsedPostprocessor
    pp_names = stress_xx
    expression = -stress_xx
  []
  [u_2a]
    type = PointValue
    variable = disp_x
    point = '0.2 0 0'
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
