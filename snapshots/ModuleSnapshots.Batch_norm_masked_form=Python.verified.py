#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "norm.flatten_batch": {"class": "flatten_batch", "from": "data:data", "axis": time_dim},
  "norm": {"class": "batch_norm", "from": "norm.flatten_batch", "in_dim": in_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "norm"},
  "output": {"class": "unflatten_batch", "from": "norm"},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
