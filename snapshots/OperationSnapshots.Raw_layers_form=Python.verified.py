#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "compare": {"class": "compare", "from": "data:data", "kind": "greater", "value": 0.0, "out_shape": {batch_dim, time_dim, in_dim}},
  "dropout": {"class": "dropout", "from": "data:data", "dropout": 0.1, "name_scope": "dropout", "out_shape": {batch_dim, time_dim, in_dim}},
  "switch": {"class": "switch", "from": [], "condition": "compare", "true_from": "dropout", "false_from": "data:data", "name_scope": "switch", "out_shape": {batch_dim, time_dim, in_dim}},
  "output": {"class": "linear", "from": "switch", "out_dim": out_dim, "activation": None, "with_bias": False, "name_scope": "outer/linear", "out_shape": {batch_dim, time_dim, out_dim}},
}
