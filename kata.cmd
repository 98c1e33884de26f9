@echo off
dotnet publish "%~dp0grader\DbKatas.Cli" -c Release -v quiet --nologo -clp:NoSummary 1>&2 || exit /b 2
dotnet "%~dp0artifacts\publish\DbKatas.Cli\release\DbKatas.Cli.dll" %*
