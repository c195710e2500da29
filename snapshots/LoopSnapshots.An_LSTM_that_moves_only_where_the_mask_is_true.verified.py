#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
cells_dim = Dim(4, name="cells", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "loop": {"class": "rec", "from": [], "axis": time_dim, "unit": {
    "unstack": {"class": "rec_unstack", "from": "base:data:data", "axis": time_dim, "out_shape": {batch_dim, in_dim}},
    "sum": {"class": "reduce", "from": "unstack", "mode": "sum", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim}},
    "compare": {"class": "compare", "from": "sum", "kind": "greater", "value": 0.0, "out_shape": {batch_dim}},
    "output": {"class": "masked_computation", "from": [], "mask": "compare",
      "unit": {"class": "subnetwork", "from": [], "subnetwork": {
        "m": {"class": "rec", "from": "base:unstack", "unit": "standardlstm", "out_dim": cells_dim, "name_scope": "rec", "out_shape": {batch_dim, cells_dim}},
        "output": {"class": "eval", "from": "m", "eval": "tf.tanh(source(0) * 2.0)", "out_shape": {batch_dim, cells_dim}},
      }},
      "name_scope": "",
      "out_shape": {batch_dim, cells_dim},
    },
  }, "name_scope": "m", "out_shape": {time_dim, batch_dim, cells_dim}},
  "output": {"class": "copy", "from": "loop", "out_shape": {time_dim, batch_dim, cells_dim}},
}
