namespace NetDsl.Emit;

/// <summary>Draws nets.</summary>
public static class NetPicture
{
    /// <summary>The picture of a net as text, from the inputs down.</summary>
    public static string Draw(NetView view, PictureOptions options)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(options);
        var picture = PictureBuilder.Build(view, options);
        return options.Format switch
        {
            PictureFormat.Html => HtmlPicture.Write(picture, options),
            PictureFormat.Svg => SvgPicture.Write(picture),
            PictureFormat.Dot => DotPicture.Write(picture),
            PictureFormat.Mermaid => MermaidPicture.Write(picture),
            PictureFormat.Json => JsonPicture.Write(picture),
            _ => throw new InvalidOperationException($"No picture for {options.Format}."),
        };
    }
}
