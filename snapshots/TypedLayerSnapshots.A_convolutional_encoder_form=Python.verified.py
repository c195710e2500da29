#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
filters_dim = Dim(8, name="filters", kind=Dim.Types.Feature)
ceil_time_2_dim = time_dim.ceildiv_right(2)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "conv": {"class": "conv", "from": "data:data", "filter_size": [3], "padding": "same", "activation": "relu", "in_spatial_dims": [time_dim], "out_dim": filters_dim, "strides": 2, "with_bias": True, "dropout": 0.1, "dropout_axis": in_dim, "name_scope": "conv", "out_shape": {batch_dim, ceil_time_2_dim, filters_dim}},
  "layer_norm": {"class": "layer_norm", "from": "conv", "in_dim": filters_dim, "name_scope": "layer_norm", "out_shape": {batch_dim, ceil_time_2_dim, filters_dim}},
  "linear": {"class": "linear", "from": "layer_norm", "activation": "tf.nn.relu(x) ** 2", "forward_weights_init": "glorot_normal", "out_dim": out_dim, "L2": 0.01, "name_scope": "encoder", "dropout": 0.2, "out_shape": {batch_dim, ceil_time_2_dim, out_dim}},
  "combine": {"class": "combine", "from": ["linear", "linear"], "kind": "add", "out_shape": {batch_dim, ceil_time_2_dim, out_dim}},
  "output": {"class": "reduce", "from": "combine", "mode": "mean", "axes": [ceil_time_2_dim], "use_time_mask": True, "out_shape": {batch_dim, out_dim}},
}
