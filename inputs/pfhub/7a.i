# PFHub benchmark 7a: an Allen-Cahn front whose motion is prescribed by a source (manufactured solution), dimensionless.
#   d eta/dt = -[4 eta (eta - 1)(eta - 1/2) - kappa lap eta] + S,   eta = [1 - tanh((y - alpha)/sqrt(2 kappa))]/2,
#   alpha = 1/4 + A1 t sin(B1 x) + A2 sin(B2 x + C2 t);  [0, 1] x [0, 0.5], periodic in x, to t = 8.
# Source: pages.nist.gov/pfhub, problem 7. 7b: kappa=1.5625e-6; 7c: that and C2=0.5.
# Look at: error, the L2 norm of the difference from the solution at t = 8: 5.0e-3 at nx=100, 1.3e-3 at nx=200; others
# have 7.8e-3 and 1.5e-3.

nx = 200          # cells along x; half as many along y
dt = 0.1
end_time = 8
scheme = bdf2

kappa = 4e-4      # squared interface width
A1 = 0.0075
B1 = ${fparse 8 * pi}
A2 = 0.03
B2 = ${fparse 22 * pi}
C2 = ${fparse 0.0625 * pi}

[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = ${nx}
  ny = ${fparse nx / 2}
  ymax = 0.5
[]

[Variables]
  [eta]
  []
[]

[ICs]
  [front]
    type = FunctionIC
    variable = eta
    function = solution
  []
[]

[Functions]
  [solution]
    type = ParsedFunction
    expression = 'alpha := 0.25 + ${A1} * t * sin(${B1} * x) + ${A2} * sin(${B2} * x + ${C2} * t);
                  (1 - tanh((y - alpha) / sqrt(2 * ${kappa}))) / 2'
  []
  [source]  # what is left of the equation for this solution: sech^2/2 [(alpha_t - kappa alpha_xx)/w - alpha_x^2 tanh]
    type = ParsedFunction
    expression = 'w := sqrt(2 * ${kappa});
                  phase := ${B2} * x + ${C2} * t;
                  alpha := 0.25 + ${A1} * t * sin(${B1} * x) + ${A2} * sin(phase);
                  alpha_t := ${A1} * sin(${B1} * x) + ${A2} * ${C2} * cos(phase);
                  alpha_x := ${A1} * t * ${B1} * cos(${B1} * x) + ${A2} * ${B2} * cos(phase);
                  alpha_xx := -${A1} * t * ${B1}^2 * sin(${B1} * x) - ${A2} * ${B2}^2 * sin(phase);
                  T := tanh((y - alpha) / w);
                  (1 - T^2) / 2 * ((alpha_t - ${kappa} * alpha_xx) / w - alpha_x^2 * T)'
  []
[]

[Materials]
  [barrier]
    type = DerivativeParsedMaterial
    property_name = F
    coupled_variables = eta
    expression = 'eta^2 * (1 - eta)^2'
  []
[]

[Kernels]
  [rate]
    type = TimeDerivative
    variable = eta
  []
  [barrier]
    type = AllenCahn
    variable = eta
    f_name = F
    mob_name = 1
  []
  [interface]
    type = ACInterface
    variable = eta
    mob_name = 1
    kappa_name = ${kappa}
  []
  [source]
    type = BodyForce
    variable = eta
    function = source
  []
[]

[BCs]
  [Periodic]
    [x]
      variable = eta
      auto_direction = x
    []
  []
  [bottom]
    type = DirichletBC
    variable = eta
    boundary = bottom
    value = 1
  []
  [top]
    type = DirichletBC
    variable = eta
    boundary = top
    value = 0
  []
[]

[Postprocessors]
  [error]
    type = ElementL2Error
    variable = eta
    function = solution
  []
[]

[Executioner]
  type = Transient
  scheme = ${scheme}
  dt = ${dt}
  end_time = ${end_time}
[]

[Outputs]
  csv = true
[]
