# PFHub benchmark 3a: a dendrite grows into an undercooled melt (dimensionless; phi = 1 solid, -1 liquid).
#   tau dphi/dt = [phi - lambda U (1 - phi^2)] (1 - phi^2) + div(W^2 grad phi + |grad phi|^2 W dW/d(grad phi)),
#   dU/dt = D lap U + (dphi/dt)/2;  W = a, tau = a^2, a = 1 + 0.05 cos(4 theta), D = 10, lambda = D/0.6267.
# A quarter, 960 x 960, with a seed of radius 8 at the corner; U = -0.3. The quarter is symmetric about its diagonal: the
# half below it is computed, and integrals count twice. There is no adaptive mesh: 3a.msh (make_3a_mesh.py) is fine where
# the dendrite will be. The whole quarter on equal cells, at many times the cost: mesh=quarter parts=1 refine=0.
# Source: A. M. Jokisaari et al., Comput. Mater. Sci. 149 (2018) 336; A. Karma, W.-J. Rappel, Phys. Rev. E 57 (1998) 4323.
# Look at: tip, where phi = 0 on the axis, 245 at the end; solid_fraction, 0.0164; free_energy, 1.995e6. Theory has a tip
# speed of 0.123 after the transient; from t = 1300 to 1500 it is 0.125.

refine = 1         # times that the cells of 7.5 are halved; they are quadratic
mesh = half
parts = 2          # in the quarter
change = 0.4       # largest change of phi in a step
end_time = 1500

eps = 0.05
D = 10
lambda = ${fparse D / 0.6267}

[Mesh]
  active = ${mesh}
  [half]
    type = FileMeshGenerator
    file = 3a.msh
  []
  [quarter]
    type = GeneratedMeshGenerator
    dim = 2
    nx = 480
    ny = 480
    xmax = 960
    ymax = 960
  []
  uniform_refine = ${refine}
  second_order = true
[]

[Variables]
  [phi]
    order = SECOND
    long_name = phase
  []
  [U]
    order = SECOND
    long_name = temperature
    initial_condition = -0.3
  []
[]

[ICs]
  [seed]
    type = FunctionIC
    variable = phi
    function = 'tanh((8 - sqrt(x^2 + y^2)) / sqrt(2))'
  []
[]

[Materials]
  [W]
    type = InterfaceOrientationMaterial
    op = phi
    anisotropy_strength = ${eps}
    mode_number = 4
    reference_angle = 0
    eps_bar = 1
  []
  [tau]
    type = ParsedMaterial
    property_name = tau
    material_property_names = eps
    expression = 'eps^2'
  []
  [f]
    type = DerivativeParsedMaterial
    property_name = f
    coupled_variables = 'phi U'
    expression = '-phi^2/2 + phi^4/4 + ${lambda} * U * phi * (1 - 2*phi^2/3 + phi^4/5)'
  []
  [slope]
    type = VariableGradientMaterial
    prop = slope
    variable = phi
  []
  [energy]
    type = ParsedMaterial
    property_name = energy
    material_property_names = 'f eps slope'
    expression = 'f + (eps * slope)^2 / 2'
  []
  [solid]
    type = ParsedMaterial
    property_name = solid
    coupled_variables = phi
    expression = '(phi + 1) / 2'
  []
[]

[Kernels]
  [phi_rate]
    type = SusceptibilityTimeDerivative
    variable = phi
    f_name = tau
  []
  [barrier]
    type = AllenCahn
    variable = phi
    f_name = f
    mob_name = 1
    coupled_variables = U
  []
  [torque]
    type = ACInterfaceKobayashi1
    variable = phi
    mob_name = 1
  []
  [interface]
    type = ACInterfaceKobayashi2
    variable = phi
    mob_name = 1
  []
  [U_rate]
    type = TimeDerivative
    variable = U
  []
  [conduction]
    type = MatDiffusion
    variable = U
    diffusivity = ${D}
  []
  [latent_heat]
    type = CoefCoupledTimeDerivative
    variable = U
    v = phi
    coef = -0.5
  []
[]

[AuxVariables]
  [phi_rate]
    order = SECOND
  []
[]

[AuxKernels]
  [phi_rate]
    type = TimeDerivativeAux
    variable = phi_rate
    functor = phi
    execute_on = TIMESTEP_END
  []
[]

[Postprocessors]
  [solid]
    type = ElementIntegralMaterialProperty
    mat_prop = solid
    execute_on = 'INITIAL TIMESTEP_END'
    outputs = none
  []
  [solid_fraction]
    type = ParsedPostprocessor
    pp_names = solid
    expression = '${parts} * solid / 960^2'
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [energy]
    type = ElementIntegralMaterialProperty
    mat_prop = energy
    execute_on = 'INITIAL TIMESTEP_END'
    outputs = none
  []
  [free_energy]
    type = ParsedPostprocessor
    pp_names = energy
    expression = '${parts} * energy'
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [tip]
    type = FindValueOnLine
    v = phi
    start_point = '0 0 0'
    end_point = '960 0 0'
    target = 0
    tol = 1e-6
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [heat_stored]
    type = ElementIntegralVariablePostprocessor
    variable = U
    execute_on = 'INITIAL TIMESTEP_END'
    outputs = none
  []
  [heat]  # per unit area; conserved
    type = ParsedPostprocessor
    pp_names = 'heat_stored solid_fraction'
    expression = '${parts} * heat_stored / 960^2 - solid_fraction'
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [fastest]
    type = NodalExtremeValue
    variable = phi_rate
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
  nl_rel_tol = 1e-6
  nl_abs_tol = 1e-4  # the direction of gradients below 3e-5 is arbitrary: they jump
  nl_max_its = 15
  # a factorisation costs as much as twenty iterations with an old one
  petsc_options_iname = '-ksp_type -pc_type -snes_lag_preconditioner -snes_lag_preconditioner_persists'
  petsc_options_value = 'gmres lu 12 true'
  [TimeStepper]
    type = IterationAdaptiveDT
    dt = 0.01
    growth_factor = 1.5
    optimal_iterations = 6
    linear_iteration_ratio = 1000
    timestep_limiting_postprocessor = longest_step
  []
[]

[Outputs]
  csv = true
[]
