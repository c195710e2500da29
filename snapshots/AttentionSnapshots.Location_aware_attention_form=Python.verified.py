#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
cells_dim = Dim(7, name="cells", kind=Dim.Types.Feature)
read_dim = Dim(1, name="read", kind=Dim.Types.Feature)
filter_width_dim = Dim(5, name="filter_width", kind=Dim.Types.Spatial)
location_dim = Dim(6, name="location", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
energy_dim = Dim(1, name="energy", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "read": {"dim_tags": (batch_dim, time_dim), "dtype": "float32"},
  "state": {"dim_tags": (batch_dim, cells_dim), "dtype": "float32"},
}
network = {
  "att.expand_dims": {"class": "expand_dims", "from": "data:read", "axis": "f", "dim": read_dim, "out_shape": {batch_dim, time_dim, read_dim}},
  "att.filter": {"class": "variable", "shape": [filter_width_dim, read_dim, location_dim], "param_name": "filter", "name_scope": "att", "init": "glorot_uniform"},
  "att.conv": {"class": "conv", "from": "att.expand_dims", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": read_dim, "in_spatial_dims": [time_dim], "out_dim": location_dim, "with_bias": False, "activation": None, "reuse_params": {"map": {"W": {"layer_output": "att.filter"}}}, "out_shape": {batch_dim, time_dim, location_dim}},
  "att.source": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "att/source", "out_shape": {batch_dim, time_dim, out_dim}},
  "att.location": {"class": "linear", "from": "att.conv", "in_dim": location_dim, "out_dim": out_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "att/location", "out_shape": {batch_dim, time_dim, out_dim}},
  "att.query": {"class": "linear", "from": "data:state", "in_dim": cells_dim, "out_dim": out_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "att/query", "out_shape": {batch_dim, out_dim}},
  "att.tanh": {"class": "eval", "from": ["att.source", "att.location", "att.query"], "eval": "tf.tanh(source(0) + source(1) + source(2))", "out_shape": {batch_dim, time_dim, out_dim}},
  "att.energy": {"class": "linear", "from": "att.tanh", "in_dim": out_dim, "out_dim": energy_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "att/energy", "out_shape": {batch_dim, time_dim, energy_dim}},
  "att.squeeze": {"class": "squeeze", "from": "att.energy", "axis": energy_dim, "out_shape": {batch_dim, time_dim}},
  "att.softmax": {"class": "softmax_over_spatial", "from": "att.squeeze", "axis": time_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim}},
  "output": {"class": "dot", "from": ["att.softmax", "data:data"], "reduce": time_dim, "out_shape": {batch_dim, in_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim}, "loss": "as_is"},
}
