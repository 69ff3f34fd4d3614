# Diffusion between insulated ends: a cosine decays as cos(pi x) exp(-D pi^2 t).
# Look at: the error against this solution (CSV column error), 2e-4 at the end.

D = 0.1

[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 50
[]

[Variables]
  [c]
  []
[]

[ICs]
  [cosine]
    type = FunctionIC
    variable = c
    function = 'cos(pi * x)'
  []
[]

[Kernels]
  [rate]
    type = TimeDerivative
    variable = c
  []
  [diffusion]
    type = MatDiffusion
    variable = c
    diffusivity = ${D}
  []
[]

[Postprocessors]
  [error]
    type = ElementL2Error
    variable = c
    function = 'cos(pi * x) * exp(-${D} * pi^2 * t)'
  []
[]

[Executioner]
  type = Transient
  scheme = bdf2
  solve_type = NEWTON
  dt = 0.02
  end_time = 1
[]

[Outputs]
  csv = true
  exodus = true
[]
