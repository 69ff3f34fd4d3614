# PFHub benchmark 1a: spinodal decomposition in a square that repeats itself (dimensionless).
#   dc/dt = div(M grad mu),  mu = df/dc - kappa lap c,  f = rho (c - 0.3)^2 (0.7 - c)^2;  rho = 5, M = 5, kappa = 2.
# Source: A. M. Jokisaari et al., Comput. Mater. Sci. 126 (2017) 139; pages.nist.gov/pfhub.
# Look at: free_energy = int(f + kappa/2 |grad c|^2) over time: 319.1 at the start, 138.8 at t = 100, 83.3 at 1000, 28.6 at
# 10000; from 40000 on a stripe, 19.1 to 19.2 (400 sqrt(2 kappa rho) 0.4^3/6 = 19.08).

n = 50             # cells in each direction
change = 0.1       # largest change of c in a step
end_time = 1e6

rho = 5
M = 5
kappa = 2

[Mesh]
  [box]
    type = GeneratedMeshGenerator
    dim = 2
    nx = ${n}
    ny = ${n}
    xmax = 200
    ymax = 200
    elem_type = QUAD9
  []
[]

[Variables]
  [c]
    order = SECOND
    long_name = concentration
  []
  [mu]
    order = SECOND
    long_name = 'chemical potential'
  []
[]

[ICs]
  [start]
    type = FunctionIC
    variable = c
    function = '0.5 + 0.01 * (cos(0.105*x) * cos(0.11*y) + (cos(0.13*x) * cos(0.087*y))^2
                              + cos(0.025*x - 0.15*y) * cos(0.07*x - 0.02*y))'
  []
[]

[Materials]
  [f]
    type = DerivativeParsedMaterial
    property_name = f
    coupled_variables = c
    expression = '${rho} * (c - 0.3)^2 * (0.7 - c)^2'
  []
  [constants]
    type = GenericConstantMaterial
    prop_names = 'M kappa'
    prop_values = '${M} ${kappa}'
  []
[]

[Kernels]
  [rate]  # the equation of mu
    type = CoupledTimeDerivative
    variable = mu
    v = c
  []
  [diffusion]
    type = SplitCHWRes
    variable = mu
    mob_name = M
  []
  [potential]  # the equation of c
    type = SplitCHParsed
    variable = c
    f_name = f
    kappa_name = kappa
    w = mu
  []
[]

[BCs]
  [Periodic]
    [all]
      variable = 'c mu'
      auto_direction = 'x y'
    []
  []
[]

[AuxVariables]
  [energy_density]
    family = MONOMIAL
    order = CONSTANT
  []
  [c_rate]
    order = SECOND
  []
[]

[AuxKernels]
  [energy_density]
    type = TotalFreeEnergy
    variable = energy_density
    f_name = f
    interfacial_vars = c
    kappa_names = kappa
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [c_rate]
    type = TimeDerivativeAux
    variable = c_rate
    functor = c
    execute_on = TIMESTEP_END
  []
[]

[Postprocessors]
  [free_energy]
    type = ElementIntegralVariablePostprocessor
    variable = energy_density
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [mass]
    type = ElementIntegralVariablePostprocessor
    variable = c
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [fastest]
    type = NodalExtremeValue
    variable = c_rate
    value_type = max_abs
  []
  [longest_step]
    type = ParsedPostprocessor
    pp_names = fastest
    expression = '${change} / max(fastest, 1e-12)'
    outputs = none
  []
[]

[Executioner]
  type = Transient
  scheme = bdf2
  end_time = ${end_time}
  predictor = true
  nl_rel_tol = 1e-7
  nl_abs_tol = 1e-10
  nl_max_its = 15
  # a factorisation costs as much as twenty iterations with an old one
  petsc_options_iname = '-ksp_type -pc_type -snes_lag_preconditioner -snes_lag_preconditioner_persists'
  petsc_options_value = 'gmres lu 12 true'
  [TimeStepper]
    type = IterationAdaptiveDT
    dt = 0.1
    growth_factor = 1.5
    optimal_iterations = 6
    linear_iteration_ratio = 1000
    timestep_limiting_postprocessor = longest_step
  []
[]

[Outputs]
  csv = true
[]
