namespace NetDsl.Tests.Reference;

/// <summary>Small configs as text.</summary>
internal static class NetText
{
    /// <summary>A config with an input of three features and these layers.</summary>
    internal static string Config(string layers) =>
        $$$"""
            #!rnn.py
            from returnn.tensor import Dim, batch_dim
            use_tensorflow = True
            behavior_version = 21
            time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
            nowhere_dim = Dim(None, name="nowhere", kind=Dim.Types.Spatial)
            in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
            extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32"}}
            network = {{{{layers}}}}
            """;
}
