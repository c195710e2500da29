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
  "norm.mean": {"class": "reduce", "from": "norm.split_dims", "mode": "mean", "axes": [in_group_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim, groups_dim}},
  "norm.sub": {"class": "combine", "kind": "sub", "from": ["norm.split_dims", "norm.mean"], "out_shape": {batch_dim, time_dim, groups_dim, in_group_dim}},
  "norm.square": {"class": "eval", "from": "norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, groups_dim, in_group_dim}},
  "norm.mean_2": {"class": "reduce", "from": "norm.square", "mode": "mean", "axes": [in_group_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim, groups_dim}},
  "norm.add": {"class": "eval", "from": "norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim, groups_dim}},
  "norm.rsqrt": {"class": "eval", "from": "norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim, groups_dim}},
  "norm.mul": {"class": "combine", "kind": "mul", "from": ["norm.sub", "norm.rsqrt"], "out_shape": {batch_dim, time_dim, groups_dim, in_group_dim}},
  "norm.merge_dims": {"class": "merge_dims", "from": "norm.mul", "axes": [groups_dim, in_group_dim], "keep_order": True, "out_dim": features_dim, "out_shape": {batch_dim, time_dim, features_dim}},
  "norm.scale": {"class": "variable", "shape": [features_dim], "param_name": "scale", "name_scope": "norm", "init": 1.0},
  "norm.mul_2": {"class": "combine", "kind": "mul", "from": ["norm.merge_dims", "norm.scale"], "out_shape": {batch_dim, time_dim, features_dim}},
  "norm.bias": {"class": "variable", "shape": [features_dim], "param_name": "bias", "name_scope": "norm", "init": 0.0},
  "output": {"class": "combine", "kind": "add", "from": ["norm.mul_2", "norm.bias"], "out_shape": {batch_dim, time_dim, features_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, features_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [features_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
