# PFHub benchmark 1c: as 1a, but in a closed T: a stem of 20 x 100 under a bar of 100 x 20.
# Look at: free_energy: 31.9 at the start, 4.773 at the end: five straight interfaces across (exactly 4.770).
!include 1a.i

n := 50            # cells across the width of the bar; a multiple of 5
BCs/active := ''

[Mesh]
  [box]
    ny := ${fparse 6 * n / 5}
    xmin := -40    # x = y = 0 is the lower left corner of the stem
    xmax := 60
    ymax := 120
  []
  [beside_the_stem]
    type = ParsedSubdomainMeshGenerator
    input = box
    combinatorial_geometry = 'y < 100 & (x < 0 | x > 20)'
    block_id = 1
  []
  [tee]
    type = BlockDeletionGenerator
    input = beside_the_stem
    block = 1
  []
[]
