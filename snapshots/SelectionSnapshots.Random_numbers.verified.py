#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "random": {"class": "random", "from": [], "shape": [batch_dim, time_dim, in_dim], "distribution": "normal", "mean": 0.0, "stddev": 0.1, "dtype": "float32", "static": False, "name_scope": "random", "out_shape": {batch_dim, time_dim, in_dim}},
  "random_2": {"class": "random", "from": [], "shape": [in_dim], "distribution": "uniform", "minval": 0.5, "maxval": 1.5, "dtype": "float32", "static": False, "shape_deps": ["data:data"], "name_scope": "random_2", "out_shape": {in_dim}},
  "output": {"class": "eval", "from": ["data:data", "random_2", "random"], "eval": "source(0) * source(1) + source(2)", "out_shape": {batch_dim, time_dim, in_dim}},
  "count": {"class": "random", "from": [], "shape": [batch_dim], "distribution": "uniform", "minval": 2, "maxval": 6, "dtype": "int32", "static": False, "name_scope": "random_3", "out_shape": {batch_dim}, "is_output_layer": True},
  "train_flag": {"class": "train_flag"},
  "cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "random": {"class": "random", "from": [], "shape": [in_dim], "distribution": "normal", "mean": 0.0, "stddev": 1.0, "dtype": "float32", "static": False, "name_scope": "random_4", "out_shape": {in_dim}},
      "output": {"class": "combine", "kind": "add", "from": ["base:data:data", "random"], "out_shape": {batch_dim, time_dim, in_dim}},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:data:data", "out_shape": {batch_dim, time_dim, in_dim}},
    }},
    "out_shape": {batch_dim, time_dim, in_dim},
  },
  "step": {"class": "global_train_step", "from": [], "out_shape": set(), "is_output_layer": True},
  "noisy": {"class": "copy", "from": "cond", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
}
