# V4: one element, J2 plasticity. Electrolyte, uniaxial strain 5.2e-3: stress_xx = 250.8592200925,
# alpha = 2.577660277594e-3.
# Simple shear, exx=0 gamma=5.2e-3: stress_xy = 29.4786980762, alpha = 2.11720561777e-3. Metal: E=5e3 Y=0.5 H=5.

!include ../plasticity_element.i
