# V2a: front under a weak constant drive A h'(eta), A = 0.02 W, L = 1: speed 6 A sqrt(kappa/(2 W)) = 6.83052e-3 um/s to
# first order in A. Compare the column speed at the end.

W = 3.6
kappa = 1.8e-3
A = 0.072
nx = 400

[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = ${nx}
  xmax = 1
[]

[Variables]
  [eta]
  []
[]

[ICs]
  [front]
    type = FunctionIC
    variable = eta
    function = '1 / (1 + exp(63.2455532 * (x - 0.4)))'
  []
[]

[Materials]
  [energy]
    type = DerivativeParsedMaterial
    property_name = F
    coupled_variables = eta
    derivative_order = 1
    expression = '${W} * eta^2 * (1 - eta)^2 - ${A} * eta^3 * (6 * eta^2 - 15 * eta + 10)'
  []
[]

[Kernels]
  [rate]
    type = TimeDerivative
    variable = eta
  []
  [bulk]
    type = AllenCahn
    variable = eta
    mob_name = 1
    f_name = F
  []
  [interface]
    type = ACInterface
    variable = eta
    mob_name = 1
    kappa_name = ${kappa}
  []
[]

[Postprocessors]
  [position]
    type = ElementIntegralVariablePostprocessor
    variable = eta
  []
  [speed]
    type = ElementIntegralTimeDerivative
    variable = eta
  []
[]

[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  dt = 0.1
  end_time = 20
  nl_update_tol = 1e-10
[]

[Outputs]
  csv = true
[]
