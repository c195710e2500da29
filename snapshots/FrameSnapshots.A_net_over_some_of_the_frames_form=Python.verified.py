#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
time_kept_dim = Dim(None, name="time_kept", kind=Dim.Types.Spatial)
cells_dim = Dim(5, name="cells", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "sum": {"class": "reduce", "from": "data:data", "mode": "sum", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "compare": {"class": "compare", "from": "sum", "kind": "greater", "value": 0.0, "out_shape": {batch_dim, time_dim}},
  "keep_frames": {"class": "masked_computation", "from": "data:data", "mask": "compare", "in_spatial_dim": time_dim, "out_spatial_dim": time_kept_dim, "unit": {"class": "copy", "from": "data"}, "out_shape": {batch_dim, time_kept_dim, in_dim}},
  "words.lstm": {"class": "rec", "from": "keep_frames", "unit": "standardlstm", "out_dim": cells_dim, "name_scope": "words/lstm/rec", "out_shape": {time_kept_dim, batch_dim, cells_dim}},
  "words.map": {"class": "linear", "from": "words.lstm", "in_dim": cells_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "words/map", "out_shape": {time_kept_dim, batch_dim, out_dim}},
  "copy": {"class": "copy", "from": "words.map", "initial_output": 0.0, "out_shape": {time_kept_dim, batch_dim, out_dim}},
  "output": {"class": "unmask", "from": "copy", "mask": "compare", "out_shape": {time_dim, batch_dim, out_dim}},
}
