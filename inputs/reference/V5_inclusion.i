# V5: circular inclusion. E_i = 5e4: p = 595.238095, sigma_zz = -1190.476190, u(2a) = 7.738095e-4;
# E_i=5e3: p = 166.666667, sigma_zz = -183.333333, u(2a) = 2.166667e-4.

!include ../inclusion.i

n := 160
