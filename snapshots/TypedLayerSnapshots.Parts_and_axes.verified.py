#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
six_dim = Dim(6, name="six", kind=Dim.Types.Feature)
first_dim = Dim(2, name="first", kind=Dim.Types.Feature)
second_dim = Dim(4, name="second", kind=Dim.Types.Feature)
second_first_dim = second_dim + first_dim
best_dim = Dim(2, name="best", kind=Dim.Types.Spatial)
_1_time_dim = 1 + time_dim
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "linear": {"class": "linear", "from": "data:data", "out_dim": six_dim, "name_scope": "linear", "out_shape": {batch_dim, time_dim, six_dim}},
  "split": {"class": "split", "from": "linear", "axis": six_dim, "out_dims": [first_dim, second_dim], "out_shape": {batch_dim, time_dim, six_dim}},
  "concat": {"class": "concat", "from": [["split/1", second_dim], ["split/0", first_dim]], "out_dim": second_first_dim, "out_shape": {batch_dim, time_dim, second_first_dim}},
  "top_k": {"class": "top_k", "from": "concat", "axis": second_first_dim, "k": 2, "k_dim": best_dim, "out_shape": {batch_dim, time_dim, best_dim}},
  "gather": {"class": "gather", "from": "concat", "axis": second_first_dim, "position": "top_k/indices", "out_shape": {batch_dim, time_dim, best_dim}},
  "pad": {"class": "pad", "from": "gather", "axes": time_dim, "padding": [[1, 0]], "mode": "constant", "out_dims": [_1_time_dim], "value": 0.0, "out_shape": {batch_dim, _1_time_dim, best_dim}},
  "output": {"class": "cumsum", "from": "pad", "axis": _1_time_dim, "reverse": True, "out_shape": {batch_dim, _1_time_dim, best_dim}},
}
