# PFHub benchmark 6a: spinodal decomposition of a charged mixture in a square (dimensionless).
#   dc/dt = div(M grad mu),  mu = df/dc - kappa lap c + k Phi,  f = rho (c - 0.3)^2 (0.7 - c)^2,  lap Phi = -k c/epsilon;
#   rho = 5, M = 5, kappa = 2, k = 0.09, epsilon = 90; no flux; Phi = 0 on the left, sin(y/7) on the right.
# Source: A. M. Jokisaari et al., Comput. Mater. Sci. 176 (2020) 109548; pages.nist.gov/pfhub.
# Look at: free_energy = int(f + kappa/2 |grad c|^2 + k c Phi/2) over time, 183.1 at the start, 103.8 at t = 400;
# c and Phi along x = 50 and y = 50 at the end.

n = 40             # cells in each direction
change = 0.02      # largest change of c in a step
end_time = 400

rho = 5
M = 5
kappa = 2
k = 0.09
epsilon = 90

[Mesh]
  [box]
    type = GeneratedMeshGenerator
    dim = 2
    nx = ${n}
    ny = ${n}
    xmax = 100
    ymax = 100
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
  [Phi]
    order = SECOND
    long_name = 'electric potential'
  []
[]

[ICs]
  [start]
    type = FunctionIC
    variable = c
    function = '0.5 + 0.04 * (cos(0.2*x) * cos(0.11*y) + (cos(0.13*x) * cos(0.087*y))^2
                              + cos(0.025*x - 0.15*y) * cos(0.07*x - 0.02*y))'
  []
[]

[Materials]
  [g]  # dg/dc is the local part of mu
    type = DerivativeParsedMaterial
    property_name = g
    coupled_variables = 'c Phi'
    expression = '${rho} * (c - 0.3)^2 * (0.7 - c)^2 + ${k} * c * Phi'
  []
  [f]
    type = ParsedMaterial
    property_name = f
    coupled_variables = 'c Phi'
    expression = '${rho} * (c - 0.3)^2 * (0.7 - c)^2 + ${k} * c * Phi / 2'
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
    f_name = g
    kappa_name = kappa
    w = mu
    coupled_variables = Phi
  []
  [field]
    type = Diffusion
    variable = Phi
  []
  [charge]
    type = CoupledForce
    variable = Phi
    v = c
    coef = ${fparse k / epsilon}
  []
[]

[BCs]
  [ground]
    type = DirichletBC
    variable = Phi
    boundary = left
    value = 0
  []
  [electrode]
    type = FunctionDirichletBC
    variable = Phi
    boundary = right
    function = 'sin(y / 7)'
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

[VectorPostprocessors]
  [vertical]
    type = LineValueSampler
    variable = 'c Phi'
    start_point = '50 0 0'
    end_point = '50 100 0'
    num_points = 201
    sort_by = y
    outputs = out_cuts
  []
  [horizontal]
    type = LineValueSampler
    variable = 'c Phi'
    start_point = '0 50 0'
    end_point = '100 50 0'
    num_points = 201
    sort_by = x
    outputs = out_cuts
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
    dt = 1e-3
    growth_factor = 1.5
    optimal_iterations = 6
    linear_iteration_ratio = 1000
    timestep_limiting_postprocessor = longest_step
  []
[]

[Outputs]
  [csv]
    type = CSV
    execute_on = TIMESTEP_END  # before the first step there is no Phi
  []
  [out_cuts]
    type = CSV
    show = 'vertical horizontal'
    execute_on = FINAL
  []
[]
