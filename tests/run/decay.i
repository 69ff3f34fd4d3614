# A decay in time; tests fill in the braces.
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 2
[]
[Variables]
  [u]
    initial_condition = 1
  []
[]
[Kernels]
  [t]
    type = TimeDerivative
    variable = u
  []
  [k]
    type = {kernel}
    variable = u
  []
[]
{more}
[Executioner]
  type = Transient
  nl_rel_tol = 1e-12
  {run}
[]
