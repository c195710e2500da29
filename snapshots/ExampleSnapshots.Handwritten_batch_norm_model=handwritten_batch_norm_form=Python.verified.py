#!rnn.py
# Written by NetDsl from the model handwritten_batch_norm: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "standardize.average": {"class": "variable", "shape": [in_dim], "param_name": "average", "name_scope": "standardize", "init": 0.0, "trainable": False},
  "standardize.spread": {"class": "variable", "shape": [in_dim], "param_name": "spread", "name_scope": "standardize", "init": 1.0, "trainable": False},
  "standardize.scale": {"class": "variable", "shape": [in_dim], "param_name": "scale", "name_scope": "standardize", "init": 1.0},
  "zeros": {"class": "constant", "value": 0.0, "shape": [in_dim], "dtype": "float32"},
  "output": {"class": "batch_norm", "from": "data:data", "in_dim": in_dim, "momentum": 0.05, "epsilon": 0.0001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "reuse_params": {"map": {"batch_norm/v2_mean": {"layer_output": "standardize.average"}, "batch_norm/v2_variance": {"layer_output": "standardize.spread"}, "batch_norm/v2_gamma": {"layer_output": "standardize.scale"}, "batch_norm/v2_beta": {"layer_output": "zeros"}}}, "out_shape": {batch_dim, time_dim, in_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
