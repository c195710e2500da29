#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
features_dim = Dim(12, name="features", kind=Dim.Types.Feature)
groups_dim = Dim(3, name="groups", kind=Dim.Types.Spatial)
in_group_dim = Dim(4, name="in_group", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "wide": {"dim_tags": (batch_dim, time_dim, features_dim), "dtype": "float32"},
}
network = {
  "norm.split_dims": {"class": "split_dims", "from": "data:wide", "axis": features_dim, "dims": [groups_dim, in_group_dim], "out_shape": {batch_dim, time_dim, groups_dim, in_group_dim}},
  "norm.norm": {"class": "norm", "from": "norm.split_dims", "axis": in_group_dim, "scale": False, "bias": False, "epsilon": 1e-06, "out_shape": {batch_dim, time_dim, groups_dim, in_group_dim}},
  "norm.merge_dims": {"class": "merge_dims", "from": "norm.norm", "axes": [groups_dim, in_group_dim], "keep_order": True, "out_dim": features_dim, "out_shape": {batch_dim, time_dim, features_dim}},
  "norm.scale": {"class": "variable", "shape": [features_dim], "param_name": "scale", "name_scope": "norm", "init": 1.0},
  "norm.bias": {"class": "variable", "shape": [features_dim], "param_name": "bias", "name_scope": "norm", "init": 0.0},
  "output": {"class": "eval", "from": ["norm.merge_dims", "norm.scale", "norm.bias"], "eval": "source(0) * source(1) + source(2)", "out_shape": {batch_dim, time_dim, features_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, features_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [features_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
