"""Average of a component of a tensor property."""

from __future__ import annotations

from alces_mechanics.postprocessors.material_tensor_integral import MaterialTensorIntegral


class MaterialTensorAverage(MaterialTensorIntegral):
    """Volume average of component i, j of a tensor property."""

    reduction = "average"
