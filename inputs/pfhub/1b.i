# PFHub benchmark 1b: as 1a, but in a closed box.
# Look at: free_energy: 319.0 at the start, 130.8 at t = 100, 74.4 at 1000, 39.5 at 10000, 17.4 from 100000 on.
!include 1a.i
BCs/active := ''
