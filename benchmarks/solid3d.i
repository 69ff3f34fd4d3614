# A sphere of a soft, swelling phase in a stiff solid: Allen-Cahn with elastic driving force, and linear elasticity.
# Fields eta and displacements on N^3 trilinear hexahedra, iterative solver: eta by an incomplete factorisation, the
# displacements by multigrid with rigid motions. The same in the plane, for comparison:
#   alces -i solid3d.i N=342 dim=2 fields='eta disp_x disp_y' forces='stress_x stress_y' held='left_x bottom_y'

N = 48
dim = 3
fields = 'eta disp_x disp_y disp_z'
displacements = 'disp_x disp_y disp_z'
forces = 'stress_x stress_y stress_z'
held = 'left_x bottom_y back_z'
num_steps = 3
multigrid_from = 10_000

[GlobalParams]
  displacements = ${displacements}
[]

[Mesh]
  type = GeneratedMesh
  dim = ${dim}
  nx = ${N}
  ny = ${N}
  nz = ${N}
[]

[Variables]
  active = ${fields}
  [eta]
  []
  [disp_x]
  []
  [disp_y]
  []
  [disp_z]
  []
[]

[Functions]
  [sphere]
    type = ParsedFunction
    expression = '(1 - tanh((sqrt(x^2 + y^2 + z^2) - 0.5) / 0.1)) / 2'
  []
[]

[ICs]
  [eta]
    type = FunctionIC
    variable = eta
    function = sphere
  []
[]

[Materials]
  [h]
    type = SwitchingFunctionMaterial
    eta = eta
    h_order = HIGH
  []
  [youngs_modulus]
    type = TwoPhaseMixture
    property_name = youngs_modulus
    metal = 5
    electrolyte = 50
  []
  [elasticity]
    type = ComputeVariableIsotropicElasticityTensor
    youngs_modulus = youngs_modulus
    poissons_ratio = 0.3
  []
  [growth]
    type = ComputeEigenstrain
    eigenstrain_name = growth
    eigen_base = 0.02
    prefactor = h
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
  active = 'eta_rate barrier interface elastic_force ${forces}'
  [eta_rate]
    type = TimeDerivative
    variable = eta
  []
  [barrier]
    type = DoubleWell
    variable = eta
    mob_name = 1
    barrier_height = 1
  []
  [interface]
    type = ACInterface
    variable = eta
    mob_name = 1
    kappa_name = 0.005
  []
  [elastic_force]
    type = ElasticDrivingForce
    variable = eta
    mob_name = 1
    volume_change = 0.06
  []
  [stress_x]
    type = StressDivergenceTensors
    variable = disp_x
    component = 0
  []
  [stress_y]
    type = StressDivergenceTensors
    variable = disp_y
    component = 1
  []
  [stress_z]
    type = StressDivergenceTensors
    variable = disp_z
    component = 2
  []
[]

# an eighth of the sphere, held by its planes of symmetry
[BCs]
  active = ${held}
  [left_x]
    type = DirichletBC
    variable = disp_x
    boundary = left
    value = 0
  []
  [bottom_y]
    type = DirichletBC
    variable = disp_y
    boundary = bottom
    value = 0
  []
  [back_z]
    type = DirichletBC
    variable = disp_z
    boundary = back
    value = 0
  []
[]

[Preconditioning]
  [blocks]
    type = FieldBlocks
    splits = 'eta; ${displacements}'
    multigrid_from = ${multigrid_from}
  []
[]

[Executioner]
  type = Transient
  scheme = implicit-euler
  automatic_scaling = true
  nl_update_tol = 1e-6
  dt = 0.02
  num_steps = ${num_steps}
[]
