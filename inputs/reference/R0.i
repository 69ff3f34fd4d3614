# Reference case R0: one nucleus, electrochemistry only, isotropic interface. Constant steps of 0.5 ms to 20 ms.
# Compare the CSV file with R0_single_nucleus_electrochem.csv: integrals and extrema to 1e-6, currents to 1e-3.

!include electrochemistry_cell.i

delta := 0
