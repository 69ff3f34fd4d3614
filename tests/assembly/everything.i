# Mixed orders, a block-restricted variable, periodic and coupled conditions, rates: for the Jacobian test.
[Mesh]
  [box]
    type = GeneratedMeshGenerator
    dim = 2
    nx = 4
    ny = 3
    elem_type = QUAD9
    bias_x = 1.3
  []
  [inner]
    type = SubdomainBoundingBoxGenerator
    input = box
    bottom_left = '0.4 0 0'
    top_right = '1 1 0'
    block_id = 7
    block_name = right
  []
[]
[Variables]
  [u]
    order = SECOND
  []
  [p]
  []
  [w]
    block = right
  []
[]
[AuxVariables]
  [a]
  []
[]
[AuxKernels]
  [a]
    type = ParsedAux
    variable = a
    coupled_variables = ''
    expression = '1 + x*y + t'
    use_xyzt = true
  []
[]
[Kernels]
  [u_t]
    type = TimeDerivative
    variable = u
  []
  [u_flux]
    type = MatDiffusion
    variable = u
    diffusivity = D
    args = 'p u'
  []
  [u_w]
    type = CoupledForce
    variable = u
    v = p
    coef = 3
  []
  [p_flux]
    type = MatDiffusion
    variable = p
    diffusivity = D
    v = u
  []
  [p_own]
    type = MatReaction
    variable = p
    reaction_rate = L
    args = 'p u a'
  []
  [p_t]
    type = CoupledTimeDerivative
    variable = p
    v = u
  []
  [w_flux]
    type = Diffusion
    variable = w
  []
  [w_own]
    type = MatReaction
    variable = w
    reaction_rate = L
    block = right
  []
  [w_t]
    type = TimeDerivative
    variable = w
  []
  [w_to_u]
    type = CoupledForce
    variable = u
    v = w
    block = right
  []
[]
[Materials]
  [D]
    type = DerivativeParsedMaterial
    property_name = D
    coupled_variables = 'u p'
    expression = '1 + u^2 * p + exp(0.3 * p)'
  []
  [L]
    type = DerivativeParsedMaterial
    property_name = L
    coupled_variables = 'u p a'
    expression = 'sin(u) * a + p^2'
  []
[]
[BCs]
  [left]
    type = FunctionDirichletBC
    variable = u
    boundary = left
    function = 'y + t'
  []
  [right]
    type = CoupledVarNeumannBC
    variable = u
    boundary = right
    v = p
  []
  [top]
    type = VacuumBC
    variable = w
    boundary = right
  []
  [Periodic]
    [y]
      variable = p
      auto_direction = y
    []
  []
[]
[Executioner]
  type = Transient
  scheme = bdf2
  dt = 0.1
  num_steps = 1
[]
