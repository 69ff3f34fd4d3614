# Reference case R3: one nucleus, all five fields, anisotropic interface. Constant steps of 0.5 ms to 20 ms.
# Compare the CSV file with R3_single_nucleus_mech_aniso.csv: integrals and extrema to 1e-6, currents to 1e-3.

!include cell.i
