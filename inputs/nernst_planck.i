# Ions in an electric field at equilibrium: diffusion balances migration, c = exp(-phi), phi from -10 RT/F to 0.
# Ten cells only, with a drop of 1 RT/F in each. With streamline stabilisation the nodes are exact all the same (its
# drift direction is that of the previous step, here the initial potential); without it each cell multiplies c by
# (1 + 1/2)/(1 - 1/2). Look at c_left: exp(10) = 22026.4658, but 3^10 = 59049 with
#   alces -i nernst_planck.i stabilise=false

stabilise = true

[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 10
[]

[Variables]
  [phi]
    long_name = potential
    unit = RT/F
  []
  [c]
    long_name = 'ion concentration'
    initial_condition = 1
  []
[]

[ICs]
  [phi]
    type = FunctionIC
    variable = phi
    function = '-10 * (1 - x)'
  []
[]

[Kernels]
  [ohm]
    type = Diffusion
    variable = phi
  []
  [diffusion]
    type = MatDiffusion
    variable = c
    diffusivity = 1
  []
  [migration]
    type = IonMigration
    variable = c
    potential = phi
    diffusivity = 1
  []
  [stabilisation]
    type = StreamlineStabilization
    variable = c
    potential = phi
    diffusivity = 1
    enable = ${stabilise}
  []
[]

[BCs]
  [left]
    type = DirichletBC
    variable = phi
    boundary = left
    value = -10
  []
  [right]
    type = DirichletBC
    variable = phi
    boundary = right
    value = 0
  []
  [c]
    type = DirichletBC
    variable = c
    boundary = right
    value = 1
  []
[]

[Postprocessors]
  [c_left]
    type = PointValue
    variable = c
    point = '0 0 0'
  []
[]

[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  dt = 1
  num_steps = 1
[]

[Outputs]
  csv = true
  exodus = true
[]
