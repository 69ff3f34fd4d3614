# PFHub benchmark 6b: as 6a, but a half disc takes the place of the right half of the square.
# Look at: free_energy: 149.0 at the start, 79.9 at t = 400.
!include 6a.i

[Mesh]
  [arc]
    type = ParsedGenerateSideset
    input = box
    combinatorial_geometry = 'x > 99.999 | x > 50 & (y < 0.001 | y > 99.999)'
    new_sideset_name = arc
  []
  [disc]  # the right half, [0, 1] x [-1, 1] in units of 50, bent to the half disc
    type = ParsedNodeTransformGenerator
    input = arc
    x_function = 'if(x > 50, 50 + (x - 50) * sqrt(1 - (y/50 - 1)^2 / 2), x)'
    y_function = 'if(x > 50, 50 + (y - 50) * sqrt(1 - (x/50 - 1)^2 / 2), y)'
  []
[]

BCs/electrode/boundary := arc
