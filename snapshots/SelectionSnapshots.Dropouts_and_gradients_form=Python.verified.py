#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "dropout": {"class": "dropout", "from": "data:data", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, in_dim}},
  "dropout_2": {"class": "dropout", "from": "dropout", "dropout": 0.2, "dropout_axis": [in_dim], "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, in_dim}},
  "output": {"class": "dropout", "from": "dropout_2", "dropout": 0.3, "dropout_axis": [batch_dim, time_dim], "dropout_on_forward": True, "out_shape": {batch_dim, time_dim, in_dim}},
  "stop_gradient": {"class": "scaled_grad", "from": "data:data", "scale": 0.0, "out_shape": {batch_dim, time_dim, in_dim}},
  "scaled_grad": {"class": "scaled_grad", "from": "data:data", "scale": -0.5, "out_shape": {batch_dim, time_dim, in_dim}},
  "reversed": {"class": "combine", "kind": "add", "from": ["stop_gradient", "scaled_grad"], "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "same": {"class": "identity", "from": "data:data", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "step": {"class": "global_train_step", "from": [], "out_shape": set(), "is_output_layer": True},
}
