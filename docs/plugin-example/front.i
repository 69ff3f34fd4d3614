# A population spreads into empty land: du/dt = D u_xx + r u (1 - u).
#
# One travelling wave is known exactly (Ablowitz and Zeppetella, Bull. Math. Biol. 41 (1979) 835): for D = r = 1
#     u = 1/(1 + exp((x - v t)/sqrt(6)))^2   with the speed   v = 5/sqrt(6).
# Look at: CSV columns error (distance from it) and front (the integral of u, which grows by v in unit time).

temperature = 310
v = ${fparse 5/sqrt(6)}

[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 400
  xmin = -25
  xmax = 35
[]

[Variables]
  [u]
    long_name = 'population density'
    unit = 'km^-2'
  []
[]

[Functions]
  [wave]
    type = ParsedFunction
    expression = '1/(1 + exp((x - ${v}*t)/sqrt(6)))^2'
  []
[]

[ICs]
  [start]
    type = FunctionIC
    variable = u
    function = wave
  []
[]

[Materials]
  [growth]
    type = ArrheniusRate
    prefactor = ${fparse exp(50e3/(8.31446261815324*310))}   # 1 per day at 310 K
    activation_energy = 50e3
    temperature = ${temperature}
  []
[]

[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
  [spread]
    type = MatDiffusion
    variable = u
    diffusivity = 1
  []
  [growth]
    type = LogisticGrowth
    variable = u
    rate = r
  []
[]

[Postprocessors]
  [front]
    type = ElementIntegralVariablePostprocessor
    variable = u
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [error]
    type = ElementL2Error
    variable = u
    function = wave
  []
[]

[Executioner]
  type = Transient
  scheme = bdf2
  dt = 0.05
  end_time = 5
[]

[Outputs]
  csv = true
  netcdf = true
[]
