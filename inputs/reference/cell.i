# A small cell with all five coupled fields of the sodium-dendrite model, in scaled units: um, s, MPa, RT/F,
# conductivity of the electrolyte, maximum concentration. As it stands: one nucleus, no grain boundary (case R3).
# Here is the mechanical part; names of the other part that are worth changing on the command line: nuclei, grain_seeds,
# delta, stabilise, sigma_GB, D_GB, dG, s_phi, nx, ny, lx, ly, dt, end_time. For example
#   alces -i cell.i grain_seeds='0.2 0.2 0.6 0.6' nuclei='0.2 0.2 0.6 0.6' sigma_GB=0.125 E_GB=1e3 stabilise=true

!include electrochemistry_cell.i

E_GB = 5e4           # Young's modulus of the grain boundary
Omega = 0.05         # relative volume change

[GlobalParams]
  displacements = 'disp_x disp_y'
[]

[Variables]
  [disp_x]
    long_name = 'displacement in x'
    unit = 'um'
  []
  [disp_y]
    long_name = 'displacement in y'
    unit = 'um'
  []
[]

[Materials]
  [youngs_modulus]
    type = GrainBoundaryMixture
    property_name = youngs_modulus
    metal = 5e3
    electrolyte = 5e4
    grain_boundary = ${E_GB}
  []
  [yield_stress]
    type = TwoPhaseMixture
    property_name = yield_stress
    metal = 0.5
    electrolyte = 50
  []
  [hardening]
    type = TwoPhaseMixture
    property_name = hardening_modulus
    metal = 5
    electrolyte = 500
  []
  [elasticity]
    type = ComputeVariableIsotropicElasticityTensor
    youngs_modulus = youngs_modulus
    poissons_ratio = 0.3
  []
  [growth]
    type = ComputeEigenstrain
    eigenstrain_name = growth
    eigen_base = ${fparse Omega / 3}
    prefactor = h
  []
  [strain]
    type = ComputeSmallStrain
    eigenstrain_names = growth
  []
  [stress]
    type = ComputeJ2PlasticStress
    yield_stress = yield_stress
    hardening_modulus = hardening_modulus
  []
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
[]

[Kernels]
  [elastic_force]
    type = ElasticDrivingForce
    variable = eta
    mob_name = ${L}
    volume_change = ${Omega}
  []
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
  [confined_x]
    type = DirichletBC
    variable = disp_x
    boundary = 'left right'
    value = 0
  []
  [confined_y]
    type = DirichletBC
    variable = disp_y
    boundary = 'bottom top'
    value = 0
  []
[]

[AuxVariables]
  [vm]
    long_name = 'von Mises stress'
    unit = 'MPa'
  []
  [sm]
    long_name = 'hydrostatic stress'
    unit = 'MPa'
  []
  [ep]
    long_name = 'effective plastic strain'
  []
  [ux_nm]
    long_name = 'displacement in x'
    unit = 'nm'
  []
  [u]
    long_name = 'displacement, largest component'
    unit = 'um'
  []
[]

[AuxKernels]
  [vm]
    type = MaterialRealAux
    variable = vm
    property = vonmises_stress
  []
  [sm]
    type = MaterialRealAux
    variable = sm
    property = hydrostatic_stress
  []
  [ep]
    type = MaterialRealAux
    variable = ep
    property = effective_plastic_strain
  []
  [ux_nm]
    type = ParsedAux
    variable = ux_nm
    coupled_variables = disp_x
    expression = '1000 * disp_x'
  []
  [u]
    type = ParsedAux
    variable = u
    coupled_variables = 'disp_x disp_y'
    expression = 'max(abs(disp_x), abs(disp_y))'
  []
[]

[Postprocessors]
  [u_max]
    type = NodalExtremeValue
    variable = u
    value_type = max
  []
  [vm_max]
    type = ElementExtremeMaterialProperty
    mat_prop = vonmises_stress
    value_type = max
  []
  [ep_max]
    type = ElementExtremeMaterialProperty
    mat_prop = effective_plastic_strain
    value_type = max
  []
  [p_min]
    type = ElementExtremeMaterialProperty
    mat_prop = hydrostatic_stress
    value_type = min
  []
  [ep_int]
    type = ElementIntegralMaterialProperty
    mat_prop = effective_plastic_strain
  []
  [vm_A_MPa]
    type = PointValue
    variable = vm
    point = '0.42 0.40 0'
  []
  [sm_A_MPa]
    type = PointValue
    variable = sm
    point = '0.42 0.40 0'
  []
  [ux_A_nm]
    type = PointValue
    variable = ux_nm
    point = '0.42 0.40 0'
  []
  [vm_B_MPa]
    type = PointValue
    variable = vm
    point = '0.40 0.20 0'
  []
  [sm_B_MPa]
    type = PointValue
    variable = sm
    point = '0.40 0.20 0'
  []
  [ux_B_nm]
    type = PointValue
    variable = ux_nm
    point = '0.40 0.20 0'
  []
  [vm_C_MPa]
    type = PointValue
    variable = vm
    point = '0.20 0.40 0'
  []
  [sm_C_MPa]
    type = PointValue
    variable = sm
    point = '0.20 0.40 0'
  []
  [ux_C_nm]
    type = PointValue
    variable = ux_nm
    point = '0.20 0.40 0'
  []
  [vm_D_MPa]
    type = PointValue
    variable = vm
    point = '0.70 0.70 0'
  []
  [sm_D_MPa]
    type = PointValue
    variable = sm
    point = '0.70 0.70 0'
  []
  [ux_D_nm]
    type = PointValue
    variable = ux_nm
    point = '0.70 0.70 0'
  []
[]

[Preconditioning]
  [blocks]
    splits := 'eta; phi; c; disp_x disp_y'
  []
[]
