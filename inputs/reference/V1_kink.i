# V1: the Allen-Cahn kink at rest. Steady: eta = 1/(1 + exp(k x)), k = sqrt(2 W/kappa) = 63.2455532 per um; energy
# sqrt(2 W kappa)/6 = 0.01897367; width from 10 to 90 % 2 ln 9/k = 0.0694823 um. Starts twice as wide, relaxes in 10 s.

W = 3.6
kappa = 1.8e-3
nx = 800

[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = ${nx}
  xmin = -0.4
  xmax = 0.4
[]

[Variables]
  [eta]
  []
[]

[ICs]
  [kink]
    type = FunctionIC
    variable = eta
    function = '1 / (1 + exp(32 * x))'
  []
[]

[Materials]
  [g]
    type = BarrierFunctionMaterial
    eta = eta
  []
  [slope]
    type = VariableGradientMaterial
    variable = eta
    prop = slope
  []
[]

[Kernels]
  [rate]
    type = TimeDerivative
    variable = eta
  []
  [barrier]
    type = DoubleWell
    variable = eta
    mob_name = 1
    barrier_height = ${W}
  []
  [interface]
    type = ACInterface
    variable = eta
    mob_name = 1
    kappa_name = ${kappa}
  []
[]

[Postprocessors]
  [error]
    type = ElementL2Error
    variable = eta
    function = '1 / (1 + exp(${fparse sqrt(2 * W / kappa)} * x))'
  []
  [g_int]
    type = ElementIntegralMaterialProperty
    mat_prop = g
  []
  [gradient_norm]
    type = ElementH1SemiError
    variable = eta
    function = 0
  []
  [energy]
    type = ParsedPostprocessor
    pp_names = 'g_int gradient_norm'
    expression = '${W} * g_int + ${kappa} / 2 * gradient_norm^2'
  []
  [slope_max]
    type = ElementExtremeMaterialProperty
    mat_prop = slope
    value_type = max
  []
  [width]
    type = ParsedPostprocessor
    pp_names = slope_max
    expression = '2 * log(9) / (4 * slope_max)'
  []
[]

[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  dt = 0.2
  end_time = 10
  nl_update_tol = 1e-10
[]

[Outputs]
  csv = true
[]
