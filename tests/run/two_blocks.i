# Two blocks of a unit square; tests put further blocks where the percent sign stands.
[Mesh]
  [box]
    type = GeneratedMeshGenerator
    dim = 2
    nx = 4
    ny = 2
  []
  [half]
    type = SubdomainBoundingBoxGenerator
    input = box
    bottom_left = '0.5 0 0'
    top_right = '1 1 0'
    block_id = 1
    block_name = right
  []
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [t]
    type = TimeDerivative
    variable = u
  []
  [d]
    type = Diffusion
    variable = u
  []
[]
%s
[Executioner]
  type = Transient
  dt = 0.1
  num_steps = 2
[]
