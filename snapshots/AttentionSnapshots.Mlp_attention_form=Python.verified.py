#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
cells_dim = Dim(7, name="cells", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
energy_dim = Dim(1, name="energy", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "state": {"dim_tags": (batch_dim, cells_dim), "dtype": "float32"},
}
network = {
  "att.source": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "att/source", "out_shape": {batch_dim, time_dim, out_dim}},
  "att.query": {"class": "linear", "from": "data:state", "in_dim": cells_dim, "out_dim": out_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "att/query", "out_shape": {batch_dim, out_dim}},
  "att.tanh": {"class": "eval", "from": ["att.source", "att.query"], "eval": "tf.tanh(source(0) + source(1))", "out_shape": {batch_dim, time_dim, out_dim}},
  "att.energy": {"class": "linear", "from": "att.tanh", "in_dim": out_dim, "out_dim": energy_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "att/energy", "out_shape": {batch_dim, time_dim, energy_dim}},
  "att.squeeze": {"class": "squeeze", "from": "att.energy", "axis": energy_dim, "out_shape": {batch_dim, time_dim}},
  "att.softmax": {"class": "softmax_over_spatial", "from": "att.squeeze", "axis": time_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim}},
  "output": {"class": "dot", "from": ["att.softmax", "data:data"], "reduce": time_dim, "out_shape": {batch_dim, in_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim}, "loss": "as_is"},
}
