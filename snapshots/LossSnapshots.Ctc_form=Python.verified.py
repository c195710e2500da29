#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
spelled_dim = Dim(None, name="spelled", kind=Dim.Types.Spatial)
labels_dim = Dim(5, name="labels", kind=Dim.Types.Feature)
with_blank_dim = Dim(6, name="with blank", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "target": {"dim_tags": (batch_dim, spelled_dim), "dtype": "int32", "sparse_dim": labels_dim},
}
network = {
  "logits": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": with_blank_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "logits", "out_shape": {batch_dim, time_dim, with_blank_dim}},
  "ctc": {"class": "ctc_loss", "from": [], "logits": "logits", "targets": "data:target", "logits_normalized": False, "blank_index": 5, "max_approx": False, "label_loop": True, "out_shape": {batch_dim}, "loss": "as_is"},
  "best": {"class": "ctc_loss", "from": [], "logits": "logits", "targets": "data:target", "logits_normalized": False, "blank_index": 5, "max_approx": True, "label_loop": False, "out_shape": {batch_dim}, "loss": "as_is", "loss_opts": {"scale": 0.5}},
}
