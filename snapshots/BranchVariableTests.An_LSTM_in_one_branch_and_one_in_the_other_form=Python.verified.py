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
  "train_flag": {"class": "train_flag"},
  "cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "rec", "from": "base:data:data", "unit": "standardlstm", "out_dim": out_dim, "name_scope": "first/rec", "out_shape": {time_dim, batch_dim, out_dim}},
    }, "name_scope": "m"},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "rec", "from": "base:data:data", "unit": "standardlstm", "out_dim": out_dim, "name_scope": "second/rec", "out_shape": {time_dim, batch_dim, out_dim}},
    }, "name_scope": "m"},
    "out_shape": {time_dim, batch_dim, out_dim},
  },
  "output": {"class": "copy", "from": "cond", "out_shape": {time_dim, batch_dim, out_dim}},
}
