# Benchmark coupled5: one Newton system of the elastic sodium-dendrite model on the unit square, no boundary conditions,
# h not clipped. At the initial state (old state the same) the 2-norm of the residual and the Frobenius norm of the
# Jacobian are 5.568123061980e-01 and 1.266945012886e+04 for N = 64, 2.867905747862e-01 and 2.543797596672e+04 for N = 128.

N = 64
dt = 1e-3
L = 1
W = 1
kap = 1e-3
Le = 1
Om = 0.05
D1 = 0.01
D0 = 1
s1 = 100
s0 = 1
cs = 0.2
ks = 0.5
E1 = 5
E0 = 50

[GlobalParams]
  displacements = 'disp_x disp_y'
[]

[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = ${N}
  ny = ${N}
[]

[Variables]
  [c]
  []
  [eta]
  []
  [phi]
  []
  [disp_x]
  []
  [disp_y]
  []
[]

[Functions]
  [circle]
    type = ParsedFunction
    expression = '(1 - tanh((sqrt((x - 0.5)^2 + (y - 0.5)^2) - 0.2) / 0.05)) / 2'
  []
[]

[ICs]
  [eta]
    type = FunctionIC
    variable = eta
    function = circle
  []
  [c]
    type = FunctionIC
    variable = c
    function = '1 - 0.25 * (1 - tanh((sqrt((x - 0.5)^2 + (y - 0.5)^2) - 0.2) / 0.05))'
  []
  [phi]
    type = FunctionIC
    variable = phi
    function = '-0.1 * x'
  []
[]

[Materials]
  [h]
    type = DerivativeParsedMaterial
    property_name = h
    coupled_variables = eta
    derivative_order = 1
    expression = 'eta^3 * (6 * eta^2 - 15 * eta + 10)'
  []
  [diffusivity]
    type = TwoPhaseMixture
    property_name = D
    metal = ${D1}
    electrolyte = ${D0}
  []
  [conductivity]
    type = TwoPhaseMixture
    property_name = sigma
    metal = ${s1}
    electrolyte = ${s0}
  []
  [reaction]
    type = ButlerVolmerRate
    eta = eta
    concentration = c
    potential = phi
    rate_constant = ${Le}
    reaction_energy = 0
    potential_factor = 1
  []
  [youngs_modulus]
    type = TwoPhaseMixture
    property_name = youngs_modulus
    metal = ${E1}
    electrolyte = ${E0}
  []
  [elasticity]
    type = ComputeVariableIsotropicElasticityTensor
    youngs_modulus = youngs_modulus
    poissons_ratio = 0.3
  []
  [growth]
    type = ComputeEigenstrain
    eigenstrain_name = growth
    eigen_base = ${fparse Om / 3}
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
  [eta_rate]
    type = TimeDerivative
    variable = eta
  []
  [barrier]
    type = DoubleWell
    variable = eta
    mob_name = ${L}
    barrier_height = ${W}
  []
  [elastic_force]
    type = ElasticDrivingForce
    variable = eta
    mob_name = ${L}
    volume_change = ${Om}
  []
  [interface]
    type = ACInterface
    variable = eta
    mob_name = ${L}
    kappa_name = ${kap}
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
    coef = ${cs}
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
  [ohm]
    type = MatDiffusion
    variable = phi
    diffusivity = sigma
  []
  [charge_consumed]
    type = CoefCoupledTimeDerivative
    variable = phi
    v = eta
    coef = ${ks}
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
[]

[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  dt = ${dt}
  num_steps = 1
[]
