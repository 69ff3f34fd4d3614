# A planar front of sodium metal that grows by the Butler-Volmer reaction into a saturated electrolyte (c = 1).
# Units: um, s, MPa, RT. The converged speed is 2.48885 um/s; with this mesh and step it is 2.69.
# Look at: position against time, a straight line after 0.05 s.

dG = -8       # reaction energy
L = 0.01      # phase mobility
lx = 1        # um
nx = 50       # cells of 20 nm
dt = 5e-4
end_time = 0.2

[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = ${nx}
  xmax = ${lx}
[]

[Variables]
  [eta]
    long_name = 'sodium metal'
  []
[]

[ICs]
  [front]
    type = FunctionIC
    variable = eta
    function = '0.5 * (1 - tanh((x - 0.2) / 0.035))'
  []
[]

[Materials]
  [h]
    type = SwitchingFunctionMaterial
    eta = eta
    h_order = HIGH
  []
  [reaction]
    type = ButlerVolmerRate
    eta = eta
    concentration = 1
    rate_constant = 0.6
    reaction_energy = ${dG}
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
    barrier_height = 3.6
  []
  [interface]
    type = ACInterface
    variable = eta
    mob_name = ${L}
    kappa_name = 2
  []
  [deposition]
    type = ButlerVolmerReaction
    variable = eta
  []
[]

[Postprocessors]
  [position]
    type = ElementIntegralMaterialProperty
    mat_prop = h
    unit = um
  []
[]

[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  dt = ${dt}
  end_time = ${end_time}
  nl_update_tol = 1e-09
[]

[Outputs]
  csv = true
  exodus = true
[]
