#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
ceil_time_3_dim = time_dim.ceildiv_right(3)
_2_out_dim = 2 * out_dim
ceil_time_6_dim = time_dim.ceildiv_right(6)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "encoder.layers.0.forward": {"class": "rec", "from": "data:data", "unit": "standardlstm", "out_dim": out_dim, "name_scope": "encoder/layers/0/forward/rec", "out_shape": {time_dim, batch_dim, out_dim}},
  "encoder.layers.0.backward": {"class": "rec", "from": "data:data", "unit": "standardlstm", "direction": -1, "out_dim": out_dim, "name_scope": "encoder/layers/0/backward/rec", "out_shape": {time_dim, batch_dim, out_dim}},
  "encoder.pool": {"class": "pool", "from": ["encoder.layers.0.forward", "encoder.layers.0.backward"], "mode": "max", "pool_size": [3], "strides": [3], "padding": "same", "in_spatial_dims": [time_dim], "use_time_mask": False, "out_shape": {batch_dim, ceil_time_3_dim, _2_out_dim}},
  "encoder.layers.1.forward": {"class": "rec", "from": "encoder.pool", "unit": "standardlstm", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": out_dim, "name_scope": "encoder/layers/1/forward/rec", "out_shape": {ceil_time_3_dim, batch_dim, out_dim}},
  "encoder.layers.1.backward": {"class": "rec", "from": "encoder.pool", "unit": "standardlstm", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": out_dim, "name_scope": "encoder/layers/1/backward/rec", "out_shape": {ceil_time_3_dim, batch_dim, out_dim}},
  "encoder.pool_2": {"class": "pool", "from": ["encoder.layers.1.forward", "encoder.layers.1.backward"], "mode": "max", "pool_size": [2], "strides": [2], "padding": "same", "in_spatial_dims": [ceil_time_3_dim], "use_time_mask": False, "out_shape": {batch_dim, ceil_time_6_dim, _2_out_dim}},
  "encoder.layers.2.forward": {"class": "rec", "from": "encoder.pool_2", "unit": "standardlstm", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": out_dim, "name_scope": "encoder/layers/2/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, out_dim}},
  "encoder.layers.2.backward": {"class": "rec", "from": "encoder.pool_2", "unit": "standardlstm", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": out_dim, "name_scope": "encoder/layers/2/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, out_dim}},
  "output": {"class": "copy", "from": ["encoder.layers.2.forward", "encoder.layers.2.backward"], "out_dim": _2_out_dim, "out_shape": {ceil_time_6_dim, batch_dim, _2_out_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {ceil_time_6_dim, batch_dim, _2_out_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [_2_out_dim], "use_time_mask": False, "out_shape": {ceil_time_6_dim, batch_dim}, "loss": "as_is"},
}
