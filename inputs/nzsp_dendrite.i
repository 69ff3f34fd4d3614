# Sodium dendrites in a polycrystalline Na3Zr2Si2PO12 electrolyte (NZSP): five coupled fields, 36 grains with a nucleus
# each, after Gao et al., Adv. Energy Mater. 14 (2024) 2304488. Ions come from the right edge, move by diffusion and
# migration and are reduced at the nuclei (Butler-Volmer); the growing metal loads the ceramic, both are elasto-plastic.
# Look at: dendrite_area and gb_infiltration, phi_min_V, the current i at the grain boundaries, the von Mises stress.
#
# Parameters are in SI units, lengths of the geometry in um. The study varies E_GB, sigma_GB and D_GB:
#   alces -i nzsp_dendrite.i sigma_GB=0.0125          # 0.05 x: large potential drop, metal along the grain boundaries
#   alces -i nzsp_dendrite.i E_GB=1e9
#   alces -i nzsp_dendrite.i nx=40 ny=40 end_time=2e-3   # a quick look
# Second order in time, the length of each step by its error: a third of the steps, and a fifth of the error in time
#   alces -i nzsp_dendrite.i Executioner/scheme=bdf2 Executioner/predictor=true dt=5e-4 dtmax=1
#     Executioner/TimeStepper/type=LocalErrorDT Executioner/TimeStepper/tolerance=5e-3
#     Executioner/predictor_variables='eta c'

# --- parameters
T = 298.15          # K
c_max = 9.71e4      # mol/m^3, sites of sodium metal; the unit of the concentration
c_s = 9.71e4        # mol/m^3, available sites in the ion and charge balances
sigma_DE = 1e7      # S/m, conductivity: sodium metal (DE),
sigma_SE = 0.1      # S/m,   electrolyte (SE),
sigma_GB = 0.25     # S/m,   grain boundary (GB)
D_DE = 1.5e-16      # m^2/s, diffusivity of Na+
D_SE = 1.5e-14      # m^2/s
D_GB = 1.5e-14      # m^2/s
W = 3.6e6           # J/m^3, barrier height
L = 1e-8            # m^3/(J s), phase mobility
L_eta = 0.6         # 1/s, reaction rate constant
dG = -8             # RT, reaction energy
s_phi = 0           # 1, share of the potential in the reaction energy
kappa0 = 2e-6       # J/m, gradient energy coefficient
delta = 0.1         # 1, strength of the interface anisotropy
mode = 4            # 1, its number of directions
E_DE = 5e9          # Pa, Young's modulus
E_SE = 50e9         # Pa
E_GB = 50e9         # Pa
nu = 0.3            # 1, Poisson ratio
Y_DE = 0.5e6        # Pa, yield stress
Y_SE = 50e6         # Pa
H_DE = 5e6          # Pa, hardening modulus
H_SE = 500e6        # Pa
Omega = 0.05        # 1, relative volume change of the metal

# --- geometry, time
lx = 2.4            # um
ly = 2.4            # um
nx = 120
ny = 120
gb_width = 0.08     # um
gb_ramp = 0.015     # um
nucleus_radius = 0.05   # um
nucleus_profile = 0.02  # um
# um, centres of the grains and of the nuclei
grain_seeds = '0.280 0.125  0.210 0.570  0.220 0.990  0.190 1.465  0.130 1.835  0.265 2.280
               0.520 0.175  0.665 0.595  0.525 1.065  0.665 1.450  0.585 1.780  0.570 2.175
               0.955 0.220  0.930 0.590  1.040 0.955  0.945 1.330  1.045 1.765  1.000 2.130
               1.460 0.155  1.405 0.555  1.430 0.970  1.340 1.415  1.335 1.810  1.460 2.130
               1.770 0.190  1.820 0.665  1.800 1.010  1.785 1.470  1.860 1.735  1.790 2.260
               2.255 0.215  2.150 0.595  2.190 1.035  2.175 1.370  2.225 1.725  2.145 2.280'
end_time = 0.05     # s
dt = 2e-4           # s, first step
dtmax = 7.5e-4      # s

# --- choices
stabilise = true                 # streamline stabilisation of the ion transport
anisotropy_form = variational    # or: divergence, isotropic
elastic_form = exact             # or: paper_simplified
stiffness_force = false          # driving force from the different stiffness of the phases
rate_squared = false             # L_eta^2 in the reaction rate, as printed in the paper
gb_in_dendrite = literal         # or: metal_wins (metal in a grain boundary conducts like metal)
gb_profile = ramp                # or: tanh
gb_weight = gb_at_points         # or: gb_at_nodes (interpolated from nodes)
c_in_nuclei = 1                  # ion concentration in the nuclei at the start, over c_max
left_bc = ''                     # insulated; or: left_current, left_potential (values in [BCs])
# confined; 'left_x bottom_y top_y': right edge free; 'left_x bottom_y': free
mech_bc = 'left_x right_x bottom_y top_y'
# plane strain; for plane stress: ComputePlaneStressSmallStrain and plane_stress = true
strain = ComputeSmallStrain
plane_stress = false

# --- scales: um, s, MPa, RT/F, sigma_SE, c_max
phi0 = ${fparse 8.314462618 * T / 96485.33212}                      # V
i0 = ${fparse sigma_SE * phi0 / 1e-6}                               # A/m^2
S = ${fparse c_s / c_max}                                           # ions consumed per unit of metal
K = ${fparse 96485.33212 * c_s * 1e-12 / (sigma_SE * phi0)}         # charge consumed per unit of metal
L_scaled = ${fparse L * 1e6}

[GlobalParams]
  displacements = 'disp_x disp_y'
  execute_on = 'INITIAL TIMESTEP_END'
[]

[Mesh]
  type = GeneratedMesh
  dim = 2
  xmax = ${lx}
  ymax = ${ly}
  nx = ${nx}
  ny = ${ny}
[]

[Variables]
  [eta]
    long_name = 'sodium metal'
  []
  [phi]
    long_name = 'electric potential'
    unit = RT/F
  []
  [c]
    long_name = 'Na+ concentration'
    unit = c_max
  []
  [disp_x]
    long_name = 'displacement in x'
    unit = um
  []
  [disp_y]
    long_name = 'displacement in y'
    unit = um
  []
[]

[UserObjects]
  [grains]
    type = VoronoiGrains
    seeds = '${grain_seeds}'
  []
[]

[Functions]
  [grain_boundary]
    type = GrainBoundaryFunction
    grains = grains
    gb_width = ${gb_width}
    ramp_half_width = ${gb_ramp}
    profile = ${gb_profile}
  []
[]

[ICs]
  [nuclei]
    type = MultiNucleusIC
    variable = eta
    grains = grains
    radius = ${nucleus_radius}
    profile_width = ${nucleus_profile}
  []
  [ions]
    type = MultiNucleusIC
    variable = c
    grains = grains
    radius = ${nucleus_radius}
    profile_width = ${nucleus_profile}
    invalue = ${c_in_nuclei}
    outvalue = 1
  []
  [beta_node]
    type = FunctionIC
    variable = beta_node
    function = grain_boundary
  []
[]

[Materials]
  active = 'h ${gb_weight} diffusivity conductivity current reaction youngs_modulus yield_stress hardening elasticity
            growth strain stress vonmises hydrostatic ion_excess grad_c gb_grad_c gb_metal outer_interface'
  [h]
    type = SwitchingFunctionMaterial
    eta = eta
    h_order = HIGH
  []
  [gb_at_points]
    type = GrainBoundaryIndicator
    grains = grains
    gb_width = ${gb_width}
    ramp_half_width = ${gb_ramp}
    profile = ${gb_profile}
  []
  [gb_at_nodes]
    type = SwitchingFunctionMaterial
    eta = beta_node
    h_order = HIGH
    function_name = h_beta
  []

  [diffusivity]
    type = GrainBoundaryMixture
    property_name = D
    metal = ${fparse D_DE * 1e12}
    electrolyte = ${fparse D_SE * 1e12}
    grain_boundary = ${fparse D_GB * 1e12}
    gb_in_dendrite = ${gb_in_dendrite}
  []
  [conductivity]
    type = GrainBoundaryMixture
    property_name = sigma
    metal = ${fparse sigma_DE / sigma_SE}
    electrolyte = 1
    grain_boundary = ${fparse sigma_GB / sigma_SE}
    gb_in_dendrite = ${gb_in_dendrite}
  []
  [current]
    type = CurrentDensity
    potential = phi
    scale = ${i0}
  []
  [reaction]
    type = ButlerVolmerRate
    eta = eta
    concentration = c
    potential = phi
    rate_constant = ${L_eta}
    reaction_energy = ${dG}
    potential_factor = ${s_phi}
    rate_squared = ${rate_squared}
  []

  [youngs_modulus]
    type = GrainBoundaryMixture
    property_name = youngs_modulus
    metal = ${fparse E_DE * 1e-6}
    electrolyte = ${fparse E_SE * 1e-6}
    grain_boundary = ${fparse E_GB * 1e-6}
    gb_in_dendrite = ${gb_in_dendrite}
    eta = eta
  []
  [yield_stress]
    type = TwoPhaseMixture
    property_name = yield_stress
    metal = ${fparse Y_DE * 1e-6}
    electrolyte = ${fparse Y_SE * 1e-6}
  []
  [hardening]
    type = TwoPhaseMixture
    property_name = hardening_modulus
    metal = ${fparse H_DE * 1e-6}
    electrolyte = ${fparse H_SE * 1e-6}
  []
  [elasticity]
    type = ComputeVariableIsotropicElasticityTensor
    youngs_modulus = youngs_modulus
    poissons_ratio = ${nu}
  []
  [growth]
    type = ComputeEigenstrain
    eigenstrain_name = growth
    eigen_base = ${fparse Omega / 3}
    prefactor = h
  []
  [strain]
    type = ${strain}
    eigenstrain_names = growth
  []
  [stress]
    type = ComputeJ2PlasticStress
    yield_stress = yield_stress
    hardening_modulus = hardening_modulus
    plane_stress = ${plane_stress}
  []

  # for observation only
  [vonmises]
    type = RankTwoInvariant
    property_name = vonmises_stress
    rank_two_tensor = stress
    invariant = VonMisesStress
  []
  [hydrostatic]
    type = RankTwoInvariant
    property_name = hydrostatic_stress
    rank_two_tensor = stress
    invariant = Hydrostatic
  []
  [ion_excess]
    type = ParsedMaterial
    property_name = ion_excess
    coupled_variables = c
    expression = 'max(c - 1, 0)'
  []
  [grad_c]
    type = VariableGradientMaterial
    prop = grad_c
    variable = c
  []
  [gb_grad_c]
    type = ParsedMaterial
    property_name = gb_grad_c
    material_property_names = 'h_beta grad_c'
    expression = 'h_beta * grad_c'
  []
  [gb_metal]
    type = ParsedMaterial
    property_name = gb_metal
    material_property_names = 'h h_beta'
    expression = 'h * h_beta'
  []
  [outer_interface]
    type = ParsedMaterial
    property_name = outer_interface
    coupled_variables = eta
    material_property_names = h_beta
    expression = 'if(h_beta > 0.5 & eta > 1e-3 & eta < 0.05, 1, 0)'
  []
[]

[Kernels]
  # metal
  [eta_rate]
    type = TimeDerivative
    variable = eta
  []
  [barrier]
    type = DoubleWell
    variable = eta
    mob_name = ${L_scaled}
    barrier_height = ${fparse W * 1e-6}
  []
  [interface]
    type = AnisotropicACInterface
    variable = eta
    mob_name = ${L_scaled}
    kappa_name = ${fparse kappa0 * 1e6}
    anisotropy_strength = ${delta}
    mode_number = ${mode}
    form = ${anisotropy_form}
  []
  [elastic_force]
    type = ElasticDrivingForce
    variable = eta
    mob_name = ${L_scaled}
    volume_change = ${Omega}
    form = ${elastic_form}
  []
  [stiffness_force]
    type = StiffnessDrivingForce
    variable = eta
    mob_name = ${L_scaled}
    enable = ${stiffness_force}
  []
  [deposition]
    type = ButlerVolmerReaction
    variable = eta
  []

  # ions
  [c_rate]
    type = TimeDerivative
    variable = c
  []
  [ions_consumed]
    type = CoefCoupledTimeDerivative
    variable = c
    v = eta
    coef = ${S}
  []
  [diffusion]
    type = MatDiffusion
    variable = c
    diffusivity = D
  []
  [migration]
    type = IonMigration
    variable = c
    potential = phi
    diffusivity = D
  []
  [stabilisation]
    type = StreamlineStabilization
    variable = c
    potential = phi
    diffusivity = D
    enable = ${stabilise}
  []

  # potential
  [ohm]
    type = MatDiffusion
    variable = phi
    diffusivity = sigma
  []
  [charge_consumed]
    type = CoefCoupledTimeDerivative
    variable = phi
    v = eta
    coef = ${K}
  []

  # displacements
  [stress_x]
    type = StressDivergenceTensors
    variable = disp_x
    component = 0
  []
  [stress_y]
    type = StressDivergenceTensors
    variable = disp_y
    component = 1
  []
[]

[BCs]
  active = 'c_supply phi_ground ${left_bc} ${mech_bc}'
  [c_supply]
    type = DirichletBC
    variable = c
    boundary = right
    value = 1
  []
  [phi_ground]
    type = DirichletBC
    variable = phi
    boundary = right
    value = 0
  []
  [left_current]
    type = AppliedCurrentBC
    variable = phi
    boundary = left
    current = 0.1  # i0, 2569 A/m^2
  []
  [left_potential]
    type = DirichletBC
    variable = phi
    boundary = left
    value = -1  # RT/F
  []
  [left_x]
    type = DirichletBC
    variable = disp_x
    boundary = left
    value = 0
  []
  [right_x]
    type = DirichletBC
    variable = disp_x
    boundary = right
    value = 0
  []
  [bottom_y]
    type = DirichletBC
    variable = disp_y
    boundary = bottom
    value = 0
  []
  [top_y]
    type = DirichletBC
    variable = disp_y
    boundary = top
    value = 0
  []
[]

[AuxVariables]
  [phi_V]
    long_name = 'electric potential'
    unit = V
  []
  [i]
    long_name = 'current density, magnitude'
    unit = A/m^2
  []
  [i_mAcm2]
    long_name = 'current density, magnitude'
    unit = mA/cm^2
  []
  [beta]
    long_name = 'grain boundary'
    family = MONOMIAL
    order = CONSTANT
  []
  [beta_node]
    long_name = 'grain boundary, at nodes'
  []
  [vonmises]
    long_name = 'von Mises stress'
    unit = MPa
  []
  [hydrostatic]
    long_name = 'hydrostatic stress'
    unit = MPa
  []
  [plastic_strain]
    long_name = 'effective plastic strain'
  []
[]

[AuxKernels]
  [phi_V]
    type = ParsedAux
    variable = phi_V
    coupled_variables = phi
    expression = '${phi0} * phi'
  []
  [i]
    type = MaterialRealAux
    variable = i
    property = current_density_magnitude
  []
  [i_mAcm2]
    type = MaterialRealAux
    variable = i_mAcm2
    property = current_density_magnitude
    factor = 0.1
  []
  [beta]
    type = FunctionAux
    variable = beta
    function = grain_boundary
    execute_on = INITIAL
  []
  [vonmises]
    type = MaterialRealAux
    variable = vonmises
    property = vonmises_stress
  []
  [hydrostatic]
    type = MaterialRealAux
    variable = hydrostatic
    property = hydrostatic_stress
  []
  [plastic_strain]
    type = MaterialRealAux
    variable = plastic_strain
    property = effective_plastic_strain
  []
[]

[Postprocessors]
  # metal
  [eta_int]
    type = ElementIntegralVariablePostprocessor
    variable = eta
    unit = um^2
  []
  [dendrite_area]
    type = ElementIntegralMaterialProperty
    mat_prop = h
    unit = um^2
  []
  [gb_infiltration]
    type = ElementIntegralMaterialProperty
    mat_prop = gb_metal
    unit = um^2
  []
  [gb_area]
    type = ElementIntegralMaterialProperty
    mat_prop = h_beta
    unit = um^2
  []
  [gb_filling]
    type = ParsedPostprocessor
    pp_names = 'gb_infiltration gb_area'
    expression = 'gb_infiltration / gb_area'
  []

  # ions and potential
  [c_min]
    type = NodalExtremeValue
    variable = c
    value_type = min
    unit = c_max
  []
  [c_max_value]
    type = NodalExtremeValue
    variable = c
    value_type = max
    unit = c_max
  []
  [ions_accumulated]
    type = ElementIntegralMaterialProperty
    mat_prop = ion_excess
    unit = 'c_max um^2'
  []
  [gb_grad_c_int]
    type = ElementIntegralMaterialProperty
    mat_prop = gb_grad_c
    outputs = none
  []
  [gb_mean_grad_c]
    type = ParsedPostprocessor
    pp_names = 'gb_grad_c_int gb_area'
    expression = 'gb_grad_c_int / gb_area'
    unit = c_max/um
  []
  [phi_min_V]
    type = NodalExtremeValue
    variable = phi_V
    value_type = min
    unit = V
  []
  [phi_max_V]
    type = NodalExtremeValue
    variable = phi_V
    value_type = max
    unit = V
  []

  # stress
  [vonmises_max]
    type = ElementExtremeMaterialProperty
    mat_prop = vonmises_stress
    value_type = max
    unit = MPa
  []
  [hydrostatic_min]
    type = ElementExtremeMaterialProperty
    mat_prop = hydrostatic_stress
    value_type = min
    unit = MPa
  []
  [plastic_strain_max]
    type = ElementExtremeMaterialProperty
    mat_prop = effective_plastic_strain
    value_type = max
  []
  [plastic_strain_int]
    type = ElementIntegralMaterialProperty
    mat_prop = effective_plastic_strain
    unit = um^2
  []

  # current on the electrolyte side of the metal in the grain boundaries: quartiles
  [i_interface_q25_Am2]
    type = ElementMaterialQuantile
    mat_prop = current_density_magnitude
    mask = outer_interface
    quantile = 0.25
    unit = A/m^2
  []
  [i_interface_median_Am2]
    type = ElementMaterialQuantile
    mat_prop = current_density_magnitude
    mask = outer_interface
    quantile = 0.5
    unit = A/m^2
  []
  [i_interface_q75_Am2]
    type = ElementMaterialQuantile
    mat_prop = current_density_magnitude
    mask = outer_interface
    quantile = 0.75
    unit = A/m^2
  []

  # balances: what the reaction consumes is what the boundaries supply; both differences vanish
  [charge_consumed]
    type = ElementIntegralTimeDerivative
    variable = eta
    coefficient = ${K}
    unit = 'sigma_SE*RT/F'
  []
  [charge_supplied]
    type = BoundaryReaction
    variable = phi
    boundary = right
    unit = 'sigma_SE*RT/F'
  []
  [charge_error]
    type = ParsedPostprocessor
    pp_names = 'charge_supplied charge_consumed'
    expression = 'charge_supplied - charge_consumed'
    unit = 'sigma_SE*RT/F'
  []
  [ions_consumed]
    type = ElementIntegralTimeDerivative
    variable = eta
    coefficient = ${S}
    unit = 'c_max um^2/s'
  []
  [ions_gained]
    type = ElementIntegralTimeDerivative
    variable = c
    unit = 'c_max um^2/s'
  []
  [ions_supplied]
    type = BoundaryReaction
    variable = c
    boundary = right
    unit = 'c_max um^2/s'
  []
  [ion_error]
    type = ParsedPostprocessor
    pp_names = 'ions_supplied ions_consumed ions_gained'
    expression = 'ions_supplied - ions_consumed - ions_gained'
    unit = 'c_max um^2/s'
  []

  # probes in the middle of grain boundaries
  [i_normal_Am2]
    type = PointValue
    variable = i
    point = '1.235 0.962 0'
    unit = A/m^2
  []
  [phi_normal_V]
    type = PointValue
    variable = phi_V
    point = '1.235 0.962 0'
    unit = V
  []
  [i_parallel_Am2]
    type = PointValue
    variable = i
    point = '0.992 1.142 0'
    unit = A/m^2
  []
  [phi_parallel_V]
    type = PointValue
    variable = phi_V
    point = '0.992 1.142 0'
    unit = V
  []
  [i_left_Am2]
    type = PointValue
    variable = i
    point = '0.428 1.458 0'
    unit = A/m^2
  []
  [phi_left_V]
    type = PointValue
    variable = phi_V
    point = '0.428 1.458 0'
    unit = V
  []
  [i_right_Am2]
    type = PointValue
    variable = i
    point = '1.98 1.42 0'
    unit = A/m^2
  []
  [phi_right_V]
    type = PointValue
    variable = phi_V
    point = '1.98 1.42 0'
    unit = V
  []
  [i_center_Am2]
    type = PointValue
    variable = i
    point = '1.142 1.372 0'
    unit = A/m^2
  []
  [phi_center_V]
    type = PointValue
    variable = phi_V
    point = '1.142 1.372 0'
    unit = V
  []
[]

[Preconditioning]
  [blocks]
    type = FieldBlocks
    splits = 'eta; phi; c; disp_x disp_y'
  []
[]

[Executioner]
  type = Transient
  scheme = implicit-euler
  solve_type = NEWTON
  automatic_scaling = true
  nl_update_tol = 1e-6
  nl_max_its = 25
  end_time = ${end_time}
  dt = ${dt}
  dtmax = ${dtmax}
  dtmin = 1e-8
  [TimeStepper]
    type = IterationAdaptiveDT
    growth_factor = 1.35
    cutback_factor = 0.5
    optimal_iterations = 14
  []
[]

[Outputs]
  sync_times = '0.01 0.025 0.05'
  exodus = true
  csv = true
  [netcdf]
    length_unit = um
  []
  [pictures]
    length_unit = um
    fields = 'eta c phi_V i plastic_strain vonmises'
    times = '0 0.01 0.025 0.0375 0.05'
    contours = 'beta_node 0.5'
    animate = 'eta c phi_V vonmises'
  []
[]
