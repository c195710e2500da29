#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
hidden_dim = Dim(4, name="hidden", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "zeros": {"class": "constant", "value": 0.0, "shape": [batch_dim, hidden_dim], "dtype": "float32"},
  "loop": {"class": "rec", "from": [], "axis": time_dim, "unit": {
    "unstack": {"class": "rec_unstack", "from": "base:data:data", "axis": time_dim, "out_shape": {batch_dim, in_dim}},
    "output": {"class": "linear", "from": ["unstack", "prev:output"], "out_dim": hidden_dim, "activation": "tanh", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "", "out_shape": {batch_dim, hidden_dim}, "initial_output": "base:zeros", "need_last": True},
  }, "name_scope": "cell", "out_shape": {time_dim, batch_dim, hidden_dim}},
  "loop.last.output": {"class": "rec_last_output", "rec_layer": "loop", "sub_layer_name": "output", "out_shape": {batch_dim, hidden_dim}},
  "output": {"class": "copy", "from": "loop", "out_shape": {time_dim, batch_dim, hidden_dim}},
  "summary": {"class": "copy", "from": "loop.last.output", "out_shape": {batch_dim, hidden_dim}, "is_output_layer": True},
}
