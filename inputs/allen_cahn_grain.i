# A round grain shrinks by the curvature of its boundary (Allen-Cahn equation): R^2 = R0^2 - 2 L kappa t.
# A quarter of it is computed; lengths in um, times in s. Look at: radius_squared against expected, from 0.09 to 0.054.

L = 1
kappa = 1.8e-3
W = 3.6
R0 = 0.3

[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 50
  ny = 50
  xmax = 0.5
  ymax = 0.5
[]

[Variables]
  [eta]
    long_name = grain
  []
[]

[ICs]
  [grain]
    type = MultiNucleusIC
    variable = eta
    centers = '0 0'
    radius = ${R0}
    profile_width = ${fparse 2 * sqrt(kappa / (2 * W))}
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
    mob_name = ${L}
    barrier_height = ${W}
  []
  [interface]
    type = ACInterface
    variable = eta
    mob_name = ${L}
    kappa_name = ${kappa}
  []
[]

[Postprocessors]
  [area]
    type = ElementIntegralVariablePostprocessor
    variable = eta
  []
  [radius_squared]
    type = ParsedPostprocessor
    pp_names = area
    expression = '4 * area / pi'
  []
  [expected]
    type = FunctionValuePostprocessor
    function = '${R0}^2 - 2 * ${L} * ${kappa} * t'
  []
[]

[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  dt = 0.25
  end_time = 10
[]

[Outputs]
  csv = true
  exodus = true
  pictures = true
[]
