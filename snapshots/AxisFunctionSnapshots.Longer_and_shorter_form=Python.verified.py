#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitDynSizeDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
_1_time_dim = 1 + time_dim
_1_time_2_dim = _1_time_dim + 2
_1_in_dim = 1 + in_dim
_1_in_1_dim = _1_in_dim + 1
window_dim = Dim(5, name="window", kind=Dim.Types.Spatial)
ceil_time_2_dim = time_dim.ceildiv_right(2)
time_2_dim = time_dim * 2
_1_time_3_dim = (-1) + time_dim
_1_time_1_dim = _1_time_3_dim - 1
ceil_1_time_1_2_dim = _1_time_1_dim.ceildiv_right(2)
time_0_2_dim = Dim(2, name="time_0_2", kind=Dim.Types.Spatial)
two_dim = Dim(2, name="two", kind=Dim.Types.Spatial)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "padded": {"class": "pad", "from": "data:data", "axes": [time_dim], "padding": [[1, 2]], "mode": "constant", "value": -1.0, "handle_dynamic_dims": True, "out_shape": {batch_dim, _1_time_2_dim, in_dim}, "is_output_layer": True},
  "reflected": {"class": "pad", "from": "data:data", "axes": [in_dim], "padding": [[1, 1]], "mode": "reflect", "handle_dynamic_dims": True, "out_shape": {batch_dim, time_dim, _1_in_1_dim}, "is_output_layer": True},
  "windows": {"class": "window", "from": "data:data", "axis": time_dim, "window_dim": window_dim, "padding": "same", "stride": 2, "out_shape": {batch_dim, ceil_time_2_dim, window_dim, in_dim}, "is_output_layer": True},
  "resized": {"class": "resize", "from": "data:data", "axis": time_dim, "factor": 2, "kind": "nn", "out_shape": {batch_dim, time_2_dim, in_dim}, "is_output_layer": True},
  "slice": {"class": "slice", "from": "data:data", "axis": time_dim, "slice_start": 1, "slice_end": -1, "slice_step": 2, "out_shape": {batch_dim, ceil_1_time_1_2_dim, in_dim}, "is_output_layer": True},
  "start": {"class": "slice", "from": "data:data", "axis": time_dim, "slice_end": 2, "out_dim": time_0_2_dim, "out_shape": {batch_dim, time_0_2_dim, in_dim}, "is_output_layer": True},
  "length": {"class": "length", "from": "data:data", "axis": time_dim, "dtype": "int32", "out_shape": {batch_dim}},
  "sub": {"class": "eval", "from": "length", "eval": "source(0) - 2", "out_shape": {batch_dim}},
  "last": {"class": "slice_nd", "from": "data:data", "axis": time_dim, "start": "sub", "size": 2, "out_spatial_dim": two_dim, "out_shape": {batch_dim, two_dim, in_dim}, "is_output_layer": True},
  "earlier": {"class": "shift_axis", "from": "data:data", "axis": time_dim, "amount": -1, "pad": True, "pad_value": 0.0, "adjust_size_info": False, "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "length_2": {"class": "length", "from": "data:data", "axis": time_dim, "dtype": "int32", "out_shape": {batch_dim}},
  "sub_2": {"class": "eval", "from": "length_2", "eval": "source(0) - 1", "out_shape": {batch_dim}},
  "range_in_axis": {"class": "range_in_axis", "from": "data:data", "axis": time_dim, "dtype": "int32", "out_shape": {time_dim, ImplicitDynSizeDim(batch_dim)}},
  "sub_3": {"class": "combine", "kind": "sub", "from": ["sub_2", "range_in_axis"], "out_shape": {batch_dim, time_dim}},
  "maximum": {"class": "eval", "from": "sub_3", "eval": "tf.maximum(source(0), 0)", "out_shape": {batch_dim, time_dim}},
  "backwards": {"class": "gather", "from": "data:data", "axis": time_dim, "position": "maximum", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "features_backwards": {"class": "slice", "from": "data:data", "axis": in_dim, "slice_step": -1, "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
}
