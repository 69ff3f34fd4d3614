# V2b: front at the model's parameters. Converged speed 2.48885 um/s (dG = -9: 3.19628). Discrete, by mesh and step:
#   20 nm/5e-4 s 2.6895 (as it stands); nx=100 dt=1e-4 2.5326; nx=200 dt=1e-4 2.5150; nx=400 dt=5e-5 2.5011

!include ../butler_volmer_front.i
