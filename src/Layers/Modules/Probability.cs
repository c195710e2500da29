namespace NetDsl.Layers;

/// <summary>How often something random happens.</summary>
internal static class Probability
{
    /// <summary>The rate, if it is from 0 to below 1.</summary>
    internal static double Checked(double value, string parameter) =>
        value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, "A rate is from 0 to below 1.");
}
