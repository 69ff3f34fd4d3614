# V3: series resistance and Boltzmann profile. Currents 2.1086311, 1.3585885, 2.2320267 for sigma_GB = 2.5, 0.125, 250;
# c = exp(-phi), c at x = 0 is exp(2) = 7.389056.

!include ../ohm_series.i

[Variables]
  [c]
    long_name = 'ion concentration'
    initial_condition = 1
  []
[]

[ICs]
  [phi]
    type = FunctionIC
    variable = phi
    function = '-2 * (1 - x)'
  []
[]

[Kernels]
  [diffusion]
    type = MatDiffusion
    variable = c
    diffusivity = 0.015
  []
  [migration]
    type = IonMigration
    variable = c
    potential = phi
    diffusivity = 0.015
  []
[]

[BCs]
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
  line_search = basic
[]
