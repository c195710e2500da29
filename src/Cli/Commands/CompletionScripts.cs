namespace NetDsl.Cli;

/// <summary>
/// What a shell runs to complete words. The words come from the tool itself, by its <c>[suggest:N]</c> directive, so that a script
/// that was installed once knows the verbs and options of every version; where the tool has none, files are offered.
/// </summary>
internal static class CompletionScripts
{
    /// <summary>The shells that there are scripts for.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script for a shell.</summary>
    public static string Of(string shell) =>
        shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "pwsh" => PowerShell,
            _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, message: null),
        };

    private const string Bash = """
        # Put into ~/.bashrc:  source <(netdsl completion bash)
        _netdsl() {
            local word=${COMP_WORDS[COMP_CWORD]}
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(netdsl "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word"))
            if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
                compopt -o filenames 2>/dev/null
                COMPREPLY=($(compgen -f -- "$word"))
            fi
        }
        complete -F _netdsl netdsl

        """;

    private const string Zsh = """
        # Put into ~/.zshrc, below compinit:  source <(netdsl completion zsh)
        _netdsl() {
            local -a words_found
            words_found=("${(@f)$(netdsl "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            words_found=(${words_found:#})
            compadd -- $words_found
            _files
        }
        compdef _netdsl netdsl

        """;

    private const string Fish = """
        # Put into ~/.config/fish/completions/netdsl.fish:  netdsl completion fish > ~/.config/fish/completions/netdsl.fish
        function __netdsl_words
            set -l line (commandline -cp)
            netdsl "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c netdsl -a '(__netdsl_words)'

        """;

    private const string PowerShell = """
        # Put into $PROFILE:  netdsl completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName netdsl -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            netdsl "[suggest:$cursorPosition]" "$commandAst" 2>$null |
                Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;
}
