#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitSparseDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
classes_dim = Dim(7, name="classes", kind=Dim.Types.Feature)
words_dim = Dim(None, name="words", kind=Dim.Types.Spatial)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "labels": {"dim_tags": (batch_dim, time_dim), "dtype": "int32", "sparse_dim": classes_dim},
}
network = {
  "compare": {"class": "compare", "from": "data:labels", "kind": "not_equal", "value": 0, "out_shape": {batch_dim, time_dim}},
  "output": {"class": "masked_computation", "from": "data:labels", "mask": "compare", "in_spatial_dim": time_dim, "out_spatial_dim": words_dim, "unit": {"class": "copy", "from": "data"}, "out_shape": {batch_dim, words_dim, ImplicitSparseDim(classes_dim)}},
}
